import { dayText } from '@cchc/domain'
import type { Amounts, Days, PortalComparison } from '@cchc/domain/reconcile'
import type { Store } from '@cchc/store'
import { loadStatedRows, type StatedRow } from '../stated/stated-row.ts'
import { statedUnits } from '../stated/stated-units.ts'
import { openCounting } from '../statistics/counting.ts'
import type { PortalFigures } from './portal-figures.ts'
import { amountsOf } from './stated-portals.ts'

/** What ministries' systems state instead of dossiers, by source and procedure (null = not told). */
export type MinistryCounts = readonly {
  readonly source: string
  readonly procedure: string | null
  readonly amounts: Amounts
}[]

/** What ministries' systems hold beside the province's: of dossiers, and what each states of the others, which may lack figures. */
export interface Besides {
  readonly counted: Amounts
  readonly stated: readonly Amounts[]
}

/** Every source by name, so that ministries' systems are read though their dossiers are not counted; undefined = all. */
export async function sourcesToScan(
  store: Store,
  portals: readonly PortalFigures[],
): Promise<readonly string[] | undefined> {
  const ministries = portals.flatMap((portal) => Object.keys(portal.ministries))
  if (ministries.length === 0) return undefined
  const known = (await store.listCompletions()).map(({ source }) => source)
  return [...new Set([...known, ...ministries])]
}

/** The same without ministries' systems; undefined = all, where there are none. */
export async function sourcesOfProvince(
  store: Store,
  portal: PortalFigures,
): Promise<readonly string[] | undefined> {
  const sources = await sourcesToScan(store, [portal])
  return sources?.filter((source) => !Object.hasOwn(portal.ministries, source))
}

interface Holder {
  readonly besidesStated: Map<number, MinistryCounts>
}

/** Adds what ministries' systems state of units, for portals that count everybody's dossiers. */
export async function addMinistryCounts(
  store: Store,
  portal: PortalFigures,
  {
    organisation,
    holderOf,
  }: {
    readonly organisation: string | undefined
    readonly holderOf: (code: string) => Holder
  },
): Promise<void> {
  const { comparison, ministries, periods } = portal
  const sources = comparison.dossiers === 'others' ? Object.keys(ministries) : []
  for (const source of sources) {
    for (const [index, days] of periods.entries()) {
      for (const { unit, ...part } of await statedParts(store, comparison, {
        ...{ source, organisation, ...days },
      })) {
        const { besidesStated } = holderOf(unit)
        besidesStated.set(index, [...(besidesStated.get(index) ?? []), part])
      }
    }
  }
}

interface Asked extends Days {
  readonly source: string
  readonly organisation: string | undefined
}

async function statedParts(
  store: Store,
  comparison: PortalComparison,
  { source, organisation, from, to }: Asked,
) {
  const sources = [source]
  const within = { from: dayText(from), to: dayText(to) }
  const rows = await loadStatedRows(store, { sources, within })
  const parts: (MinistryCounts[number] & { readonly unit: string })[] = []
  for (const rule of rulesOf(rows, comparison)) {
    const counting = await openCounting(store, rule)
    const asked = { organisation, sources, from, to, by: ['procedure'] as const }
    const { units } = await statedUnits(counting, asked)
    for (const { subject, columns } of units.flatMap((unit) => unit.parts)) {
      const { organisation: unit, procedure } = subject
      parts.push({ source, unit, procedure, amounts: told(amountsOf(columns), comparison) })
    }
  }
  return parts
}

/** A row is compared under its own rule; of a cohort every rule tells what was received. */
function rulesOf(rows: readonly StatedRow[], comparison: PortalComparison): string[] {
  const rules = [...new Set(rows.map(({ stated }) => stated.rule))]
  return comparison.counts === 'cohort' ? rules : rules.filter((rule) => rule === comparison.rule)
}

function told(amounts: Amounts, { counts }: PortalComparison): Amounts {
  if (counts === 'row') return amounts
  return Object.fromEntries(
    Object.entries(amounts).filter(([figure]) => figure.split('.')[0] === 'received'),
  )
}
