import type { ServedRows } from '../paging.ts'
import { rowsOfPage } from '../row-quirks.ts'
import type { Selection } from '../world/dossier-index.ts'
import type { World } from '../world/world.ts'
import { dossierJson, dossierXml } from './dossier-record.ts'
import type { Quirks } from './quirks.ts'

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
  readonly served: ServedRows
  readonly groupId: string
  readonly quirks: Quirks
}

/** The total that the portal states. */
function statedTotal({ served, quirks }: PageSource): number | undefined {
  if (served.total === undefined) return undefined
  return Math.max(0, served.total + quirks.wrongTotalBy)
}

/** The element of a stated total; nothing where none is stated. */
export function totalXml(total: number | undefined): string {
  return total === undefined ? '' : `<total>${total}</total>`
}

const CHUNK_ROWS = 2000

/** The page as UTF-8 XML, in pieces of at most 2000 records: a whole table must not become one string. */
export function* xmlPieces(
  source: PageSource,
  slice: PageSlice,
): Generator<Uint8Array<ArrayBuffer>> {
  let piece = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><data>${totalXml(statedTotal(source))}`
  let rows = 0
  for (const dossier of rowsOfPage({ ...source, shift: slice.shift })) {
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
  const total = statedTotal(source)
  let piece = `{${total === undefined ? '' : `"total":${total},`}"data":[`
  let rows = 0
  for (const dossier of rowsOfPage({ ...source, shift: slice.shift })) {
    piece += (rows === 0 ? '' : ',') + JSON.stringify(dossierJson(dossier, source))
    rows += 1
    if (rows % CHUNK_ROWS === 0) {
      yield Buffer.from(piece)
      piece = ''
    }
  }
  yield Buffer.from(`${piece}]}`)
}
