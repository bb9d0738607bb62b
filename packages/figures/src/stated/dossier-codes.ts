import { type DayNumber, MEASURES, Tally } from '@cchc/domain'
import type { Store } from '@cchc/store'

/** Organisations by their dossiers: those that have any in the days or open before them, and those that ever had some. */
export interface DossierCodes {
  readonly counted: ReadonlySet<string>
  readonly known: ReadonlySet<string>
}

/** By the ledger, whatever the rule that is asked for. */
export async function dossierCodes(
  store: Store,
  query: {
    readonly sources?: readonly string[] | undefined
    readonly from: DayNumber
    readonly to: DayNumber
  },
): Promise<DossierCodes> {
  const { sources, from, to } = query
  const cells = await store.ledger({ ...(sources && { sources }), from, to, byDay: false })
  const tallies = new Map<string, Tally>()
  for (const { organisationCode: code, channel, day, ...counts } of cells) {
    const tally = tallies.get(code) ?? new Tally(from, to)
    tallies.set(code, tally)
    for (const measure of MEASURES) {
      tally.add({ measure, channel, day: day ?? from - 1, count: counts[measure] })
    }
  }
  const counted = [...tallies].filter(([, tally]) =>
    Object.values(tally.statistics()).some((count) => count !== 0),
  )
  return { counted: new Set(counted.map(([code]) => code)), known: new Set(tallies.keys()) }
}
