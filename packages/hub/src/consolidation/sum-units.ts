import {
  type Cell,
  cellNumber,
  consolidatedFrom,
  dayNumber,
  isConsolidated,
  NOT_REPORTED,
  numberCell,
  type ReportingPeriod,
  type ReportTemplate,
} from '@cchc/domain'
import type { CatalogueIndicator } from '@cchc/domain/catalogue'
import type { NewEnteredFigure, Store, StoredEnteredFigure } from '@cchc/store'
import { catalogueById } from '../entered/indicators.ts'
import type { OrganisationView } from '../organisations/organisations.ts'

/** An indicator of a form over the units below: what those give that give it. */
export interface UnitSum {
  readonly indicator: CatalogueIndicator
  /** null = nobody gives it; dashes alone, which say that there is nothing of it, add up to 0. */
  readonly sum: number | null
  readonly given: readonly OrganisationView[]
  /** Those that leave it blank, or have sent nothing. */
  readonly notGiven: readonly OrganisationView[]
  /** Those whose words cannot be added. */
  readonly words: readonly OrganisationView[]
}

/** What is added up, for whom. */
export interface SumScope {
  readonly organisation: string
  readonly period: Pick<ReportingPeriod, 'text' | 'from' | 'to'>
  readonly units: readonly OrganisationView[]
  readonly template: ReportTemplate
}

/**
 * Adds up what the units give of a form's counts and sums of money, whether it came from their files or by hand. Rates are
 * left to the form, which makes them of their parts; words and coded values are not added.
 */
export async function sumsOfUnits(
  scope: SumScope & { readonly entries: readonly StoredOrNew[] },
): Promise<{
  readonly sums: readonly UnitSum[]
  readonly notAdded: readonly CatalogueIndicator[]
}> {
  const catalogue = await catalogueById()
  const asked = indicatorsOf(scope.template).flatMap((id) => catalogue.get(id) ?? [])
  const isAdded = ({ kind, nature }: CatalogueIndicator) =>
    (kind === 'count' || kind === 'money') && nature !== 'none'
  const sums = asked.filter(isAdded).map((indicator) => sumOf(indicator, scope))
  const others = asked.filter((one) => !isAdded(one) && !one.quotient)
  const given = new Set(scope.entries.map(({ indicatorId }) => indicatorId))
  return { sums, notAdded: others.filter(({ id }) => given.has(id)) }
}

type StoredOrNew = Pick<StoredEnteredFigure, 'organisation' | 'indicatorId' | 'cell'>

/** What the units have said, as the store holds it. */
export async function entriesOfUnits(
  store: Store,
  { units, period }: Pick<SumScope, 'units' | 'period'>,
): Promise<readonly StoredEnteredFigure[]> {
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)]
  const codes = new Set(units.map(({ code }) => code))
  const all = await store.listEnteredFigures({ from, to })
  return all.filter(({ organisation }) => codes.has(organisation))
}

function indicatorsOf({ rows, parts = [] }: ReportTemplate): readonly string[] {
  const ids = [...rows, ...parts].flatMap(({ binding, indicatorId }) => [
    ...(binding?.kind === 'indicator' ? [binding.indicatorId] : []),
    ...(indicatorId === null ? [] : [indicatorId]),
  ])
  return [...new Set(ids)]
}

function sumOf(
  indicator: CatalogueIndicator,
  {
    units,
    entries,
  }: { readonly units: readonly OrganisationView[]; readonly entries: readonly StoredOrNew[] },
): UnitSum {
  const own = new Map(
    entries
      .filter(({ indicatorId }) => indicatorId === indicator.id)
      .map(({ organisation, cell }) => [organisation, cell] as const),
  )
  const stateOf = ({ code }: OrganisationView) => stateIn(own.get(code))
  const values = units.flatMap(({ code }) => cellNumber(own.get(code) ?? NOT_REPORTED) ?? [])
  const having = (state: ReturnType<typeof stateIn>) =>
    units.filter((one) => stateOf(one) === state)
  const given = having('given')
  return {
    indicator,
    sum: given.length === 0 ? null : exactly(values),
    given,
    notGiven: having('not given'),
    words: having('words'),
  }
}

/** A dash says that there is nothing of it at the unit. */
function stateIn(cell: Cell = NOT_REPORTED): 'given' | 'not given' | 'words' {
  if (cell.state === 'not_reported') return 'not given'
  return cell.state === 'not_applicable' || cellNumber(cell) !== null ? 'given' : 'words'
}

const DECIMALS = 1e6

function exactly(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + Math.round(value * DECIMALS), 0)) / DECIMALS
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}

/** Whether every unit gives it, so that its sum is that of all. */
export function isWhole({ sum, notGiven, words }: UnitSum): boolean {
  return sum !== null && notGiven.length === 0 && words.length === 0
}

/**
 * The sums as entries of the organisation above: those of all units, with `partial` also those of some, with a note. Sums
 * of an earlier time that hold no more are blank; what people entered by hand for the organisation stays.
 */
export async function sumEntries(
  store: Store,
  scope: SumScope & {
    readonly sums: readonly UnitSum[]
    readonly partial: boolean
    readonly sha256: string
  },
): Promise<readonly NewEnteredFigure[]> {
  const { organisation, period, units, sha256 } = scope
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)]
  const stored = await store.listEnteredFigures({ organisation, from, to })
  const before = new Map(stored.map((one) => [one.indicatorId, one]))
  const origin = { file: consolidatedFrom(organisation, period.text), sha256, address: null }
  return scope.sums.flatMap((one): NewEnteredFigure[] => {
    const { id: indicatorId } = one.indicator
    const earlier = before.get(indicatorId)
    const isWanted = isWhole(one) || (scope.partial && one.sum !== null)
    if (isByHand(earlier) || (!isWanted && !earlier)) return []
    const told = isWanted ? sumCell(one, units) : { cell: NOT_REPORTED, note: '' }
    return [{ indicatorId, organisation, from, to, period: period.text, ...told, origin }]
  })
}

function isByHand(earlier: StoredEnteredFigure | undefined): boolean {
  if (!earlier || earlier.cell.state === 'not_reported') return false
  return !isConsolidated(earlier.origin)
}

function sumCell(one: UnitSum, units: readonly OrganisationView[]) {
  const sum = one.sum ?? 0
  const note = isWhole(one) ? '' : `Tổng của ${one.given.length}/${units.length} đơn vị`
  return { cell: numberCell(sum, decimalsOf(sum)), note }
}
