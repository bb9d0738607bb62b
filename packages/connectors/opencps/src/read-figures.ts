import {
  type HttpIo,
  type MonthCursor,
  type MonthWindow,
  mapEach,
  type monthlyFigures,
  monthWindows,
  numberIn,
  organisationCodeIn,
  type Page,
  pages,
  type ReadRequest,
  type Row,
  statedFigures,
  text,
  UnreadableField,
} from '@cchc/connector-kit'
import { type PortalFigure, say } from '@cchc/domain'
import { identityOf, type OpenCpsClient } from './client.ts'
import type { OpenCpsConfig } from './config.ts'

const MEASURES = [
  'totalCount',
  'deniedCount',
  'cancelledCount',
  'processCount',
  'remainingCount',
  'receivedCount',
  'onlineCount',
  'onegateCount',
  'releaseCount',
  'betimesCount',
  'ontimeCount',
  'overtimeCount',
  'doneCount',
  'releasingCount',
  'unresolvedCount',
  'processingCount',
  'undueCount',
  'overdueCount',
  'interoperatingCount',
  'insideCount',
  'outsideCount',
  'waitingCount',
  'ontimePercentage',
  'viaPostalCount',
  'fromViaPostalCount',
  'dossierOnline3Count',
  'dossierOnline4Count',
] as const
export type StatisticsMeasure = (typeof MEASURES)[number]

/** OpenCPS still changes the months of the last year. */
const MONTHS_READ_AGAIN = 12

interface Context {
  readonly client: OpenCpsClient
  readonly config: OpenCpsConfig
  readonly io: HttpIo
}

/** Reads month by month; a page holds one month. Months of the last year are read again by every pass. */
export async function* readFigures(
  context: Context,
  request: ReadRequest<MonthCursor>,
): AsyncGenerator<Page<typeof monthlyFigures>, void, undefined> {
  const { config, io } = context
  const months = { ...config, again: MONTHS_READ_AGAIN, now: io.now() }
  for (const window of monthWindows(months, request)) {
    yield { records: await readMonth(context, window), cursor: window.cursor }
  }
}

async function readMonth(
  { client, config }: Context,
  window: MonthWindow,
): Promise<PortalFigure[]> {
  const { month } = window
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5))
  const byAgency = new Map<string, Row>()
  const refused: PortalFigure[] = []
  const read = pages<Row>({
    name: `statistics of ${month}`,
    by: 'offset',
    pageSize: config.pageSize,
    identity: (row) => identityOf(row),
    fetch: ({ start, end }) => client.statistics({ year, month: number, start, end }),
  })
  for await (const { rows } of read) {
    const { mapped, unreadable } = mapEach(rows, (row) => leafOf(row, { year, number }))
    refused.push(...unreadable)
    for (const { row, agency, isOwn } of mapped.filter((leaf) => leaf !== undefined)) {
      if (isOwn || !byAgency.has(agency)) byAgency.set(agency, row)
    }
  }
  const found = mapEach([...byAgency.values()], (row) => mapFigures(row, window))
  return [...found.mapped.flat(), ...refused, ...found.unreadable]
}

function leafOf(row: Row, { year, number }: { year: number; number: number }) {
  const [rowMonth, rowYear] = [numberIn(row.month), numberIn(row.year)]
  if (!Number.isInteger(rowMonth) || !Number.isInteger(rowYear)) {
    throw new UnreadableField(say('is a row of statistics without its month'))
  }
  if (!isLeaf(row) || rowMonth !== number || rowYear !== year) return undefined
  return { row, agency: text(row.govAgencyCode), isOwn: text(row.system) === OWN_SYSTEM }
}

const OWN_SYSTEM = '0'

/**
 * One table holds every roll-up: an empty dimension means "all of them", so summing all rows counts a dossier several
 * times. Kept are the rows of one agency over all its fields: those of the system itself (0), and those over all
 * systems only where an agency has no other.
 */
function isLeaf(row: Row): boolean {
  const system = text(row.system)
  return (
    text(row.govAgencyCode) !== '' &&
    text(row.domainCode) === '' &&
    text(row.serviceCode) === '' &&
    text(row.groupAgencyCode) === '' &&
    (system === OWN_SYSTEM || system === '')
  )
}

function mapFigures(row: Row, month: MonthWindow): PortalFigure[] {
  const isEmpty = numberIn(row.releaseCount) === 0
  const agency = {
    organisationCode: organisationCodeIn(text(row.govAgencyCode)),
    organisationName: text(row.govAgencyName),
  }
  return statedFigures(
    row,
    { ...agency, ...month },
    {
      group: 'opencps-statistics',
      measures: MEASURES,
      quality: (measure) => (measure === 'ontimePercentage' && isEmpty ? 'nothing released' : null),
    },
  )
}
