import {
  type HttpIo,
  halfMonths,
  type MonthCursor,
  mapEach,
  type monthlyPayments,
  monthWindows,
  numberIn,
  type Page,
  type PortalDays,
  type ReadRequest,
  type Row,
} from '@cchc/connector-kit'
import { OrganisationCode, type PaymentCount } from '@cchc/domain'
import { agencyRows } from './catalogue.ts'
import { agenciesByName, agencyNamed, MONTHS_READ_AGAIN, reportRows } from './read-figures.ts'
import type { Searched } from './search.ts'

interface Context extends Searched {
  readonly io: HttpIo
}

/**
 * Dossiers that were paid online, of the report `online`, whose rows are agencies by themselves. One page a month, of its two
 * halves; nothing where the configuration does not name the report.
 */
export async function* readPayments(
  context: Context,
  request: ReadRequest<MonthCursor>,
): AsyncGenerator<Page<typeof monthlyPayments>, void, undefined> {
  const { config, io } = context
  const { statistics } = config
  if (statistics === false || !statistics.reports.includes('online')) return
  const agencies = agenciesByName(await agencyRows(context), config)
  const months = { ...config, again: MONTHS_READ_AGAIN, now: io.now() }
  for (const month of monthWindows(months, request)) {
    const records: PaymentCount[] = []
    for (const days of halfMonths(month, io.now())) {
      const rows = await reportRows(context, { name: 'online', statistics, month: days })
      const { mapped, unreadable } = mapEach(rows, (row) => paidOnline(row, agencies, days))
      const sum = sumOf(mapped, { agencies, days, isWhole: unreadable.length === 0 })
      records.push(...mapped, ...unreadable, ...sum)
    }
    yield { records, cursor: month.cursor }
  }
}

type Agencies = ReturnType<typeof agenciesByName>

function paidOnline(row: Row, agencies: Agencies, days: PortalDays): PaymentCount {
  const count = numberIn(row.onlinepaid_quantity)
  const { code } = agencyNamed(row.agency_name, agencies)
  const counts = count === null ? {} : { paidOnline: count }
  return { organisationCode: code, organisations: 'alone', ...daysOf(days), counts }
}

interface Summed {
  readonly agencies: Agencies
  readonly days: PortalDays
  readonly isWhole: boolean
}

/**
 * The agency that stands above all others, with all below it: what all rows of the report add up to. Where one of them does
 * not tell, that sum is not stated; where there are none, nothing is.
 */
function sumOf(counts: readonly PaymentCount[], { agencies, days, isWhole }: Summed) {
  const listed = [...agencies.values()].flat().map(({ code }) => code)
  const codes = listed.filter((code) => OrganisationCode.safeParse(code).success)
  const top = codes.find((code) => codes.every((other) => `${other}.`.startsWith(`${code}.`)))
  if (top === undefined || (counts.length === 0 && isWhole)) return []
  const known = counts.flatMap((one) => one.counts.paidOnline ?? []).filter(Number.isInteger)
  const isKnown = isWhole && known.length === counts.length
  const sum = { paidOnline: known.reduce((total, count) => total + count, 0) }
  const organisations = 'with_all_below' as const
  const whole = { organisationCode: top, organisations, ...daysOf(days) }
  return [{ ...whole, counts: isKnown ? sum : {} }]
}

function daysOf({ from, to, provisional }: PortalDays): PortalDays {
  return { from, to, provisional }
}
