import {
  type HttpIo,
  looseText,
  mapEach,
  type Page,
  pages,
  parsePortalTime,
  type ReadRequest,
  type Row,
  type StreamSpec,
} from '@cchc/connector-kit'
import { Dossier, dayNumber, dayNumberOf, dayText, say } from '@cchc/domain'
import { identityOf, type OpenCpsClient, type Query, type RowPage } from './client.ts'
import type { OpenCpsConfig } from './config.ts'
import { DossierCursor, type Pass } from './dossier-cursor.ts'
import { DOSSIER_FIELDS, lastingId, mapDossier } from './map-dossier.ts'
import { received, type Slice, slicesFrom } from './slices.ts'

/** Dossiers as counting facts. */
export const dossiers = {
  entity: 'dossier',
  record: Dossier,
  key: ['code'],
  cursor: DossierCursor,
  deletes: 'pages',
  lastingId: true,
  quiet: 'suspicious',
} satisfies StreamSpec

type DossierPage = Page<typeof dossiers>

interface Context {
  readonly client: OpenCpsClient
  readonly config: OpenCpsConfig
  readonly io: HttpIo
}

const NOTHING_READ: DossierCursor = { completeSince: null, pass: null, limited: null }

/** Reads what may have changed since the last whole pass; everything since `config.since` when there was none. */
export async function* readDossiers(
  context: Context,
  request: ReadRequest<DossierCursor>,
): AsyncGenerator<DossierPage, void, undefined> {
  const cursor = request.cursor ?? NOTHING_READ
  const isLimited = request.from !== undefined || request.to !== undefined
  const pass = isLimited ? limitedPass(context, request) : wholePass(context, cursor)
  const expected = cursor.completeSince === null ? await countReceived(context, pass) : undefined
  const whole = expected === undefined ? {} : { expected }
  for await (const { at, ...page } of readPass(context, pass)) {
    yield { ...page, cursor: { ...cursor, [isLimited ? 'limited' : 'pass']: at }, ...whole }
  }
  const done = isLimited
    ? { ...cursor, limited: null }
    : { ...cursor, completeSince: pass.startedAt, pass: null }
  yield { records: [], cursor: done, ...whole }
}

function wholePass({ config, io }: Context, { completeSince, pass }: DossierCursor): Pass {
  const today = dayAt(io.now())
  // What ended since the pass began is neither open any more nor within the days that it began with.
  if (pass !== null) return { ...pass, to: [pass.to, today].toSorted().at(-1) ?? today }
  const since = dayNumber(config.since)
  const from =
    completeSince === null
      ? since
      : Math.max(since, dayNumberOf(Date.parse(completeSince)) - config.overlapDays)
  return newPass(io.now(), dayText(from), today)
}

function limitedPass({ config, io }: Context, request: ReadRequest<DossierCursor>): Pass {
  const from = request.from ?? config.since
  const to = request.to ?? dayAt(io.now())
  const earlier = request.cursor?.limited
  if (earlier?.from === from && earlier.to === to) return earlier
  return newPass(io.now(), from, to)
}

function newPass(now: number, from: string, to: string): Pass {
  const startedAt = new Date(now).toISOString()
  return { startedAt, from, to, phase: 'received', at: null, start: 0 }
}

function dayAt(instant: number): string {
  return dayText(dayNumberOf(instant))
}

async function* readPass(context: Context, pass: Pass) {
  let { start, mark } = pass
  for (const slice of slicesFrom(pass, context.config)) {
    let at: Pass = { ...pass, phase: slice.phase, at: slice.at, start, mark }
    for await (const { rows, ...next } of readSlice(context, slice, { start, mark })) {
      at = { ...at, start: next.next, mark: next.mark }
      yield { records: mapDossiers(rows), at }
    }
    if (slice.days && start === 0) yield { records: [], at, whole: slice.days }
    start = 0
    mark = undefined
  }
}

function mapDossiers(rows: readonly Row[]): readonly Dossier[] {
  const { mapped, unreadable } = mapEach(rows, mapDossier, knownOfDossier)
  return unreadable.length === 0 ? mapped : [...mapped, ...unreadable]
}

function knownOfDossier(row: Row) {
  return { code: looseText(row.dossierNo).trim(), ...lastingId(looseText(row.dossierId)) }
}

function readSlice({ client, config }: Context, slice: Slice, from: Pick<Pass, 'start' | 'mark'>) {
  return pages<Row>({
    name: slice.name,
    by: 'offset',
    pageSize: config.pageSize,
    ...from,
    overlap: slice.shrinks ? Math.floor(config.pageSize / 10) : 0,
    identity: (row) => identityOf(row, 'dossierId', 'dossierNo'),
    version: (row) => parsePortalTime(looseText(row.modifiedDate)) ?? 0,
    fetch: (place) => fetchDossiers(client, { ...slice.query, start: place.start, end: place.end }),
    fix: LOWER_WINDOW,
  })
}

const LOWER_WINDOW = say(
  'Lower windowDays in the configuration, or ask the administrator about broken records.',
)

/** `start` and `end` are always named: without `end` one version gives all rows and another ten. */
function fetchDossiers(client: OpenCpsClient, query: Query): Promise<RowPage> {
  return client.list({
    path: 'dossiers',
    query: { ...query, sort: 'receiveDate', order: 'false' },
    fields: { fields: DOSSIER_FIELDS },
  })
}

async function countReceived({ client }: Context, { from, to }: Pass): Promise<number> {
  const query = { ...received(from, to), start: 0, end: 1 }
  return (await fetchDossiers(client, query)).total
}

/** Reads single dossiers by their codes; one that the portal no longer has is left out. */
export async function* lookupDossiers(
  client: OpenCpsClient,
  keys: readonly Readonly<Record<string, string>>[],
): AsyncGenerator<readonly Dossier[], void, undefined> {
  for (const { code } of keys) {
    if (code === undefined) continue
    const { rows } = await fetchDossiers(client, { dossierNo: code, start: 0, end: 10 })
    yield mapDossiers(rows.filter((row) => looseText(row.dossierNo).trim() === code))
  }
}

/** One page of one dossier: enough to know that address, user and rights are good. */
export async function tryDossiers(client: OpenCpsClient): Promise<void> {
  await fetchDossiers(client, { start: 0, end: 1 })
}
