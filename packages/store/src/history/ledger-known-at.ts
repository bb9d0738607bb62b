import { type Channel, MEASURES, type Measure, tt01 } from '@cchc/domain'
import type { LedgerCell, LedgerQuery } from '../ledger-cell.ts'
import type { CountableDossier } from '../stored-dossier.ts'

type WindowQuery = LedgerQuery & { readonly from: number; readonly byDay: boolean }
type Cell = Omit<LedgerCell, Measure> & Record<Measure, number>

/** The ledger as a scan of dossiers gives it: the same cells that the ledger itself held when these dossiers were known. */
export async function countLedger(
  scan: AsyncIterable<readonly CountableDossier[]>,
  query: WindowQuery,
): Promise<readonly LedgerCell[]> {
  const cells = new Map<string, Cell>()
  for await (const batch of scan) {
    for (const dossier of batch) {
      tt01.count(dossier, (measure, day) => {
        if (day <= query.to) cellOf(cells, dossier, cellDay(day, query))[measure] += 1
      })
    }
  }
  return [...cells.values()]
}

function cellDay(day: number, { from, byDay }: WindowQuery): number | null {
  if (day < from) return null
  return byDay ? day : from
}

const NOTHING = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Record<
  Measure,
  number
>

function cellOf(
  cells: Map<string, Cell>,
  { source, organisationCode, channel }: CountableDossier,
  day: number | null,
): Cell {
  const key = `${source}|${organisationCode}|${channel ?? ''}|${day}`
  const found = cells.get(key)
  if (found) return found
  const made: Cell = {
    source,
    organisationCode,
    channel: channel as Channel | null,
    day,
    ...NOTHING,
  }
  cells.set(key, made)
  return made
}
