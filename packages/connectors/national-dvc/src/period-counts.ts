import {
  type HttpIo,
  halfMonths,
  MonthCursor,
  type MonthWindow,
  type monthlyPayments,
  monthWindows,
  type Page,
  type PortalDays,
  type ReadRequest,
  type StreamSpec,
} from '@cchc/connector-kit'
import { type PaymentCount, PETITION_COUNT_KEY, PetitionCount } from '@cchc/domain'
import type { ReportingConfig } from './config.ts'
import { createRows } from './figures.ts'
import { type Group, measuresOf } from './measures.ts'
import { readableRows } from './readable-rows.ts'
import { organisationCode, type Reporting } from './reporting.ts'
import type { JsonObject } from './values.ts'

/** Petitions as the portal counts them from its own system of them (bộ chỉ số 766, 5.2), of any subject. */
export const petitions = {
  entity: 'petition-count',
  record: PetitionCount,
  key: PETITION_COUNT_KEY,
  cursor: MonthCursor,
  deletes: 'never',
} satisfies StreamSpec

interface Source {
  readonly reporting: Reporting
  readonly settings: ReportingConfig
  readonly io: Pick<HttpIo, 'now'>
}

/** The portal counts past months again from what it knows today. */
const READ_AGAIN = { again: 2, wholeEveryDays: 30 }

/** Half a month by half a month: the portal gives petitions of any days, and so periods of any cut-off day are made of them. */
export async function* readPetitions(
  source: Source,
  request: ReadRequest<MonthCursor>,
): AsyncGenerator<Page<typeof petitions>, void, undefined> {
  const rows = createRows(source.reporting)
  for (const month of monthsOf(source, request)) {
    const records: PetitionCount[] = []
    for (const days of isRead(source, month) ? halfMonths(month, source.io.now()) : []) {
      const query = { timeType: 'year', year: yearOf(month) }
      const group = 'handling-satisfaction'
      const found = await rows({ period: { ...days, query }, group })
      records.push(...countsOf(found, (row) => petitionCounts(row, days)))
    }
    yield { records, cursor: month.cursor }
  }
}

/**
 * Dossiers that have to be paid for, and those that were paid online (bộ chỉ số 766, 3.6), month by month, when it has ended:
 * the portal gives payments of calendar months alone.
 */
export async function* readPayments(
  source: Source,
  request: ReadRequest<MonthCursor>,
): AsyncGenerator<Page<typeof monthlyPayments>, void, undefined> {
  const rows = createRows(source.reporting)
  for (const month of monthsOf(source, request)) {
    const records: PaymentCount[] = []
    if (isRead(source, month) && !month.provisional) {
      const query = { timeType: 'month', year: yearOf(month), month: Number(month.month.slice(5)) }
      const group = 'formality-online-payment-tree'
      const found = await rows({ period: { ...month, query }, group })
      records.push(...countsOf(found, (row) => paymentCounts(row, month)))
    }
    yield { records, cursor: month.cursor }
  }
}

function monthsOf({ settings, io }: Source, request: ReadRequest<MonthCursor>) {
  return monthWindows({ ...READ_AGAIN, since: `${settings.since}-01-01`, now: io.now() }, request)
}

function isRead({ settings }: Source, month: MonthWindow): boolean {
  return yearOf(month) <= (settings.until ?? Number.POSITIVE_INFINITY)
}

function yearOf({ month }: MonthWindow): number {
  return Number(month.slice(0, 4))
}

/** Organisations of which the portal states nothing have no record. */
function countsOf<T>(rows: readonly JsonObject[], map: (row: JsonObject) => T | undefined): T[] {
  const { mapped, unreadable } = readableRows(rows, map)
  return [...mapped.filter((one) => one !== undefined), ...unreadable]
}

function petitionCounts(row: JsonObject, days: PortalDays): PetitionCount | undefined {
  const counts = stated(row, 'handling-satisfaction', {
    received: 'PETITION_PROCESSING_ON_TIME.denominator',
    onTime: 'PETITION_PROCESSING_ON_TIME.numerator',
  })
  return counts && { ...whose(row, days), about: 'all', counts }
}

function paymentCounts(row: JsonObject, days: PortalDays): PaymentCount | undefined {
  const counts = stated(row, 'formality-online-payment-tree', {
    due: 'totalDossierFinancialObligation',
    paidOnline: 'totalDossierOnlinePaymentSuccess',
  })
  return counts && { ...whose(row, days), counts }
}

function whose(row: JsonObject, { from, to, provisional }: PortalDays) {
  const organisations = 'with_all_below' as const
  return { organisationCode: organisationCode(row), organisations, from, to, provisional }
}

/** The measures of a row under the names of counts; null is not stated. Undefined where none is. */
function stated<N extends string>(
  row: JsonObject,
  group: Group,
  names: Readonly<Record<N, string>>,
) {
  const measures = new Map(measuresOf(group, row).map(({ name, value }) => [name, value]))
  const counts = Object.entries<string>(names).flatMap(([count, name]) => {
    const value = measures.get(name) ?? null
    return value === null ? [] : [[count, value] as const]
  })
  return counts.length === 0
    ? undefined
    : (Object.fromEntries(counts) as { readonly [K in N]?: number })
}
