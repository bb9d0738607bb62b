import type { SimulatedDossier, World } from '../world/world.ts'
import type { Selection } from './dossier-query.ts'
import { dossierJson, dossierXml, staleState } from './dossier-record.ts'
import { isNth, type Quirks } from './quirks.ts'

/** Which rows of a selection a request gets; `shift` = rows that have meanwhile appeared before the first. */
export interface PageSlice {
  readonly start: number
  readonly end: number
  readonly shift: number
}

const RC3_ROWS = 10

/** Rows `start` up to, not including, `end`; what `end` = 0 means differs between versions. */
export function sliceOf(query: URLSearchParams, quirks: Quirks, shift: number): PageSlice {
  const start = whole(query.get('start'))
  const end = whole(query.get('end'))
  if (end > 0) return { start, end, shift }
  if (quirks.endZero === 'all') return { start: 0, end: Number.POSITIVE_INFINITY, shift }
  return { start: 0, end: RC3_ROWS, shift }
}

function whole(text: string | null): number {
  const number = Number(text ?? 0)
  return Number.isInteger(number) && number > 0 ? number : 0
}

interface PageSource {
  readonly world: World
  readonly selection: Selection
  readonly groupId: string
  readonly quirks: Quirks
}

/** The dossiers of a page, with what the quirks add to them. */
function* pageRows(source: PageSource, slice: PageSlice): Generator<SimulatedDossier> {
  const { world, selection, quirks } = source
  const end = Math.min(slice.end, selection.count + slice.shift)
  for (let position = slice.start; position < end; position += 1) {
    const dossier = world.dossier(selection.at(Math.max(0, position - slice.shift)))
    yield dossier
    if (isNth(position + 1, quirks.duplicateEvery)) yield dossier
    if (isNth(position + 1, quirks.staleEvery)) yield staleState(dossier)
  }
}

/** The total that the portal states. */
function statedTotal({ selection, quirks }: PageSource, { shift }: PageSlice): number {
  return Math.max(0, selection.count + shift + quirks.wrongTotalBy)
}

const CHUNK_ROWS = 2000

/** The page as UTF-8 XML, in pieces of at most 2000 records: a whole table must not become one string. */
export function* xmlPieces(
  source: PageSource,
  slice: PageSlice,
): Generator<Uint8Array<ArrayBuffer>> {
  let piece = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><data><total>${statedTotal(source, slice)}</total>`
  let rows = 0
  for (const dossier of pageRows(source, slice)) {
    piece += dossierXml(dossier, source)
    rows += 1
    if (rows % CHUNK_ROWS === 0) {
      yield Buffer.from(piece, 'latin1')
      piece = ''
    }
  }
  yield Buffer.from(`${piece}</data>`, 'latin1')
}

/** The page as UTF-8 JSON, in pieces as well. */
export function* jsonPieces(
  source: PageSource,
  slice: PageSlice,
): Generator<Uint8Array<ArrayBuffer>> {
  let piece = `{"total":${statedTotal(source, slice)},"data":[`
  let rows = 0
  for (const dossier of pageRows(source, slice)) {
    piece += (rows === 0 ? '' : ',') + JSON.stringify(dossierJson(dossier, source))
    rows += 1
    if (rows % CHUNK_ROWS === 0) {
      yield Buffer.from(piece)
      piece = ''
    }
  }
  yield Buffer.from(`${piece}]}`)
}
