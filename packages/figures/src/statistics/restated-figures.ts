import type { Day, DossierStatistics, Instant, RestatedRow, StatisticsNumbers } from '@cchc/domain'
import {
  addStatistics,
  countingChanged,
  dayNumber,
  II06_COLUMNS,
  isWithin,
  RestatementTally,
} from '@cchc/domain'
import type { PeriodFigure, Store } from '@cchc/store'
import { type Counting, openCounting } from './counting.ts'
import { countStatistics, dossierStatistics } from './dossier-statistics.ts'
import type { StatisticsResult, StatisticsRow } from './statistics-result.ts'

/** Which restatements: what a closing froze, and what is known since; days are inclusive. */
export interface RestatementQuery {
  readonly organisation: string
  readonly from: Day
  readonly to: Day
  readonly rule: string
  readonly frozen: readonly PeriodFigure[]
  /** The instant of the frozen figures, and the one that they are compared with: that of the store's knowledge. */
  readonly after: Instant
  readonly until: Instant
}

/** A row then and now; `reasons` add up to `difference` in every column. */
export interface RestatedFigures extends RestatedRow {
  readonly organisation: { readonly code: string; readonly name: string }
  readonly frozen: DossierStatistics
  readonly now: DossierStatistics
  readonly difference: StatisticsNumbers
}

/** What became of a closed period's figures; `rows` holds the organisations whose own figures changed. */
export interface Restatements {
  readonly rule: StatisticsResult['rule']
  readonly from: Day
  readonly to: Day
  readonly total: RestatedFigures
  readonly rows: readonly RestatedFigures[]
}

/** Compares frozen figures with those of the store and tells from the history why they differ. Throws UsageError. */
export async function restatedFigures(
  store: Store,
  query: RestatementQuery,
): Promise<Restatements> {
  const { organisation, from, to } = query
  const counting = await openCounting(store, query.rule)
  const now = await countStatistics(counting, { organisation, from, to, by: ['org'] })
  const tally = await tallyChanges(counting, query)
  const changed = tally.organisations()
  const frozen = frozenRows(query)
  const current = new Map(now.rows.map((row) => [row.group.org?.code ?? '', row]))
  const codes = [...new Set([...frozen.keys(), ...current.keys()])].toSorted()
  const rows = codes.map((code) =>
    restated(changed.get(code) ?? UNCHANGED, {
      organisation: { code, name: current.get(code)?.group.org?.name ?? code },
      frozen: frozen.get(code) ?? NOTHING,
      now: current.get(code)?.statistics ?? NOTHING,
    }),
  )
  const { code, name } = now.organisation ?? { code: organisation, name: organisation }
  return {
    rule: now.rule,
    from,
    to,
    total: restated(tally.total(), {
      organisation: { code, name },
      frozen: addStatistics([...frozen.values()]),
      now: now.total,
    }),
    rows: rows.filter(({ reasons }) => reasons.length > 0),
  }
}

/** Whether any row of the frozen figures is not what the store gives, by their rule. */
export async function isRestated(
  store: Store,
  query: Omit<RestatementQuery, 'after' | 'until'>,
): Promise<boolean> {
  const { organisation, from, to, rule } = query
  const now = await dossierStatistics(store, { organisation, from, to, rule, by: ['org'] })
  const frozen = frozenRows(query)
  const isSame = ({ group, statistics }: StatisticsRow) =>
    isEmpty(minus(statistics, frozen.get(group.org?.code ?? '') ?? NOTHING))
  return now.rows.length !== frozen.size || !now.rows.every(isSame)
}

async function tallyChanges(
  { store, rule }: Counting,
  query: RestatementQuery,
): Promise<RestatementTally> {
  const { organisation, after, until } = query
  const days = { from: dayNumber(query.from), to: dayNumber(query.to) }
  const tally = new RestatementTally({
    rule,
    ...days,
    covers: (code) => isWithin(code, organisation),
  })
  // Some rules count a receipt at midnight for the day before.
  const scope = { after, until, from: days.from, to: days.to + 1 }
  for await (const changes of store.scanChanges(scope)) {
    for (const { before, after: state } of changes) tally.add(before, state)
  }
  return tally
}

function frozenRows(query: Pick<RestatementQuery, 'frozen' | 'organisation' | 'rule'>) {
  const { frozen, organisation, rule } = query
  const own = frozen.filter(
    (figure) =>
      figure.scope === 'own' && figure.rule === rule && isWithin(figure.organisation, organisation),
  )
  // Figures that the frozen rows did not have yet are zero.
  return new Map(own.map((one) => [one.organisation, { ...NOTHING, ...one.statistics }]))
}

function restated(
  { dossiers, reasons: known }: RestatedRow,
  figures: Pick<RestatedFigures, 'organisation' | 'frozen' | 'now'>,
): RestatedFigures {
  const difference = minus(figures.now, figures.frozen)
  const rest = countingChanged(difference, known)
  return { ...figures, difference, dossiers, reasons: rest ? [...known, rest] : known }
}

const UNCHANGED: RestatedRow = { dossiers: 0, reasons: [] }
const NOTHING = addStatistics([])

function minus(a: DossierStatistics, b: DossierStatistics): StatisticsNumbers {
  return Object.fromEntries(
    II06_COLUMNS.map(({ key }) => [key, a[key] - b[key]]),
  ) as StatisticsNumbers
}

function isEmpty(row: StatisticsNumbers): boolean {
  return Object.values(row).every((value) => value === 0)
}
