import {
  DossierPass,
  type HttpIo,
  lookUpByCode,
  looseText,
  mapRecords,
  type Page,
  type PassCursor,
  type Passes,
  pages,
  parsePortalTime,
  passBegunAt,
  passCursor,
  passWindows,
  type ReadRequest,
  type Row,
  readAhead,
  readPasses,
  type StreamSpec,
  type Windows,
} from '@cchc/connector-kit'
import { Dossier, say } from '@cchc/domain'
import { z } from 'zod'
import { identityOf, type OpenCpsClient, type Query, type RowPage } from './client.ts'
import type { OpenCpsConfig } from './config.ts'
import { dossierFields, lastingId, mapDossier } from './map-dossier.ts'
import { listsOf, received, type Slice } from './slices.ts'

/** Dossiers as counting facts. */
export const dossiers = {
  entity: 'dossier',
  record: Dossier,
  key: ['code'],
  cursor: passCursor(DossierPass),
  cursorSteps: [withCompletePass],
  deletes: 'pages',
  lastingId: true,
  quiet: 'suspicious',
} satisfies StreamSpec

const Version1 = z.looseObject({ completeSince: z.iso.datetime().nullable() })

/** Version 1 knew of the last complete pass only when it began. */
function withCompletePass(older: unknown): unknown {
  const { completeSince, ...cursor } = Version1.parse(older)
  return { ...cursor, complete: completeSince === null ? null : passBegunAt(completeSince) }
}

interface Searched {
  readonly client: OpenCpsClient
  readonly config: OpenCpsConfig
}

interface Context extends Searched {
  readonly io: HttpIo
}

/** Reads what may have changed since the last complete pass; everything since `config.since` when there was none. */
export function readDossiers(
  context: Context,
  request: ReadRequest<PassCursor>,
): AsyncIterable<Page<typeof dossiers>> {
  return readPasses(passesOf(context), request)
}

/** So many lists of received dossiers are one window of a long reading. */
const LISTS_OF_WINDOW = 4

/** How a long reading is split by days of reception; what changed of older dossiers is read when all are there. */
export function dossierWindows(context: Context): Windows<typeof dossiers> {
  const { windowDays } = context.config
  const { read, ...windows } = passWindows(() => passesOf(context), LISTS_OF_WINDOW * windowDays)
  return { ...windows, read: (window) => readAhead(read(window)) }
}

function passesOf(searched: Context): Passes<DossierPass, Slice, Dossier> {
  const { config, io } = searched
  return {
    ...config,
    now: io.now(),
    begin: (pass) => pass,
    lists: (pass) => listsOf(pass, config),
    rows: (slice, place) =>
      pages<Row>({
        name: slice.name,
        by: 'offset',
        pageSize: config.pageSize,
        ...place,
        overlap: slice.shrinks ? Math.floor(config.pageSize / 10) : 0,
        identity: (row) => identityOf(row, 'dossierId', 'dossierNo'),
        version: (row) => parsePortalTime(looseText(row.modifiedDate)) ?? 0,
        fetch: ({ start, end }) => fetchDossiers(searched, { ...slice.query, start, end }),
        fix: LOWER_WINDOW,
      }),
    map: (rows) => mapDossiers(searched, rows),
    count: ({ from, to }) => countReceived(searched, received(from, to)),
  }
}

const LOWER_WINDOW = say(
  'Lower windowDays in the configuration, or ask the administrator about broken records.',
)

function mapDossiers({ config }: Searched, rows: readonly Row[]): readonly Dossier[] {
  return mapRecords(rows, (row) => mapDossier(row, config.facts), knownOfDossier)
}

function knownOfDossier(row: Row) {
  return { code: looseText(row.dossierNo).trim(), ...lastingId(looseText(row.dossierId)) }
}

/** `start` and `end` are always named: without `end` one version gives all rows and another ten. */
function fetchDossiers({ client, config }: Searched, query: Query): Promise<RowPage> {
  return client.list({
    path: 'dossiers',
    query: { ...query, sort: 'receiveDate', order: 'false' },
    fields: { fields: dossierFields(config.facts) },
  })
}

async function countReceived(searched: Searched, query: Query): Promise<number> {
  return (await fetchDossiers(searched, { ...query, start: 0, end: 1 })).total
}

/** Reads single dossiers by their codes; one that the portal no longer has is left out. */
export function lookupDossiers(
  searched: Searched,
  keys: readonly Readonly<Record<string, string>>[],
): AsyncIterable<readonly Dossier[]> {
  return lookUpByCode(keys, {
    field: 'dossierNo',
    find: async (code) =>
      (await fetchDossiers(searched, { dossierNo: code, start: 0, end: 10 })).rows,
    map: (rows) => mapDossiers(searched, rows),
  })
}

/** One page of one dossier: enough to know that address, user and rights are good. */
export async function tryDossiers(searched: Searched): Promise<void> {
  await fetchDossiers(searched, { start: 0, end: 1 })
}
