import { type DayNumber, MEASURES, Tally } from '@cchc/domain'
import type { Store } from '@cchc/store'

/** Organisations by their dossiers: those that have any in the days or open before them, and those that ever had some. */
export interface DossierCodes {
  readonly counted: ReadonlySet<string>
  readonly known: ReadonlySet<string>
  /** Of those that have any in the days: the ones of which only sources beside the others have some. */
  readonly besideOnly: ReadonlySet<string>
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
  const beside = await sourcesBeside(store)
  const [tallies, own] = [new Map<string, Tally>(), new Set<string>()]
  for (const { organisationCode: code, channel, day, source, ...counts } of cells) {
    if (!beside.has(source)) own.add(code)
    const tally = tallies.get(code) ?? new Tally(from, to)
    tallies.set(code, tally)
    for (const measure of MEASURES) {
      tally.add({ measure, channel, day: day ?? from - 1, count: counts[measure] })
    }
  }
  const counted = [...tallies].filter(([, tally]) =>
    Object.values(tally.statistics()).some((count) => count !== 0),
  )
  const codes = counted.map(([code]) => code)
  const besideOnly = new Set(codes.filter((code) => !own.has(code)))
  return { counted: new Set(codes), known: new Set(tallies.keys()), besideOnly }
}

async function sourcesBeside(store: Pick<Store, 'listCompletions'>): Promise<ReadonlySet<string>> {
  const streams = await store.listCompletions()
  return new Set(streams.flatMap(({ source, beside }) => (beside ? [source] : [])))
}
