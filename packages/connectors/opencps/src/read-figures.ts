import {
  type HttpIo,
  mapEach,
  type Page,
  pages,
  type ReadRequest,
  type StreamSpec,
  UnreadableField,
} from '@cchc/connector-kit'
import { dayNumberOf, dayText, normaliseOrganisationCode, PortalFigure, say } from '@cchc/domain'
import { z } from 'zod'
import { identityOf, type OpenCpsClient, type Row, text } from './client.ts'
import type { OpenCpsConfig } from './config.ts'

const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, say('not a month such as 2022-09').template)

/** `next`: the month that a pass under way reads next. `readTo`: the last month of the last whole pass. */
export const FigureCursor = z.object({ next: Month.nullable(), readTo: Month.nullable() })
export type FigureCursor = z.output<typeof FigureCursor>

/** The counts that the system itself published, by agency and month. */
export const figures = {
  entity: 'portal-figure',
  record: PortalFigure,
  key: ['organisationCode', 'from', 'to', 'measure'],
  cursor: FigureCursor,
  deletes: 'never',
} satisfies StreamSpec

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
  request: ReadRequest<FigureCursor>,
): AsyncGenerator<Page<typeof figures>, void, undefined> {
  const today = dayText(dayNumberOf(context.io.now()))
  const isLimited = request.from !== undefined || request.to !== undefined
  const last = (request.to ?? today).slice(0, 7)
  const kept = request.cursor ?? { next: null, readTo: null }
  let month = isLimited
    ? (request.from ?? context.config.since).slice(0, 7)
    : firstMonth(context.config, kept)
  for (; month <= last; month = nextMonth(month)) {
    const next = month < last ? nextMonth(month) : null
    const readTo = next === null ? last : kept.readTo
    const records = await readMonth(context, { month, today })
    yield { records, cursor: isLimited ? kept : { next, readTo } }
  }
}

/** Figures are of whole months. */
export function firstDayRead({ since }: Pick<OpenCpsConfig, 'since'>): string {
  return `${since.slice(0, 7)}-01`
}

function firstMonth(config: OpenCpsConfig, { next, readTo }: FigureCursor): string {
  if (next !== null) return next
  const since = monthNumber(config.since)
  if (readTo === null) return monthText(since)
  return monthText(Math.max(since, monthNumber(readTo) - MONTHS_READ_AGAIN))
}

/** Months since the year 0 of a text that begins with `YYYY-MM`. */
function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

function nextMonth(month: string): string {
  return monthText(monthNumber(month) + 1)
}

async function readMonth(
  { client, config }: Context,
  { month, today }: { month: string; today: string },
): Promise<PortalFigure[]> {
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
  const found = mapEach([...byAgency.values()], (row) => mapFigures(row, { month, today }))
  return [...found.mapped.flat(), ...refused, ...found.unreadable]
}

function leafOf(row: Row, { year, number }: { year: number; number: number }) {
  const [rowMonth, rowYear] = [figureOf(row.month), figureOf(row.year)]
  if (!Number.isInteger(rowMonth) || !Number.isInteger(rowYear)) {
    throw new UnreadableField(say('is a row of statistics without its month'))
  }
  if (!isLeaf(row) || rowMonth !== number || rowYear !== year) return undefined
  return { row, agency: text(row.govAgencyCode), isOwn: text(row.system) === OWN_SYSTEM }
}

/** A number, which may come as text; null where none is stated, NaN for anything else. */
function figureOf(value: unknown): number | null {
  if (typeof value === 'number') return value
  const words = value === undefined ? null : value
  if (words === null || words === '') return null
  return typeof words === 'string' && /^\s?-?\d{1,15}(?:\.\d{1,10})?\s?$/.test(words)
    ? Number(words)
    : Number.NaN
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

function mapFigures(row: Row, { month, today }: { month: string; today: string }): PortalFigure[] {
  const code = text(row.govAgencyCode)
  const to = dayText(dayNumberOf(Date.parse(`${nextMonth(month)}-01T00:00:00+07:00`)) - 1)
  const common = {
    organisationCode: normaliseOrganisationCode(code) ?? code,
    organisationName: text(row.govAgencyName),
    from: `${month}-01`,
    to,
    provisional: to >= today,
  }
  return MEASURES.filter((measure) => row[measure] !== undefined).map((measure) => ({
    ...common,
    measure: `opencps-statistics.${measure}`,
    value: figureOf(row[measure]),
    quality:
      measure === 'ontimePercentage' && figureOf(row.releaseCount) === 0
        ? 'nothing released'
        : null,
  }))
}
