import { ChangeSum, type ColumnChange } from '../counting/column-changes.ts'
import type { CountingRule } from '../counting/counting-rule.ts'
import { Tally } from '../counting/tally.ts'
import type { Dossier } from '../dossier.ts'
import type { StatisticsColumn, StatisticsNumbers } from '../dossier-statistics.ts'
import { II06_COLUMNS } from '../dossier-statistics.ts'
import type { DayNumber } from '../time.ts'
import type { RestatementReason } from './restatement-steps.ts'
import { RESTATEMENT_REASONS, restatementSteps } from './restatement-steps.ts'

/** What one reason does to a row; `dossiers` = those that it changes in at least one column. */
export interface RestatedReason {
  readonly reason: RestatementReason
  readonly name: string
  readonly dossiers: number
  readonly columns: readonly ColumnChange[]
}

/** The changes of one row: a column's differences over all reasons are its whole difference. */
export interface RestatedRow {
  readonly dossiers: number
  readonly reasons: readonly RestatedReason[]
}

/** How much more each column counts; less than zero where it counts fewer. */
type Vector = Record<StatisticsColumn, number>
type RowSum = { dossiers: number; readonly reasons: Map<RestatementReason, ChangeSum> }

interface Scope {
  readonly rule: CountingRule
  /** Days of the period, inclusive. */
  readonly from: DayNumber
  readonly to: DayNumber
  readonly covers: (organisation: string) => boolean
}

const TOTAL = ''

/** Adds up what later knowledge does to Form II.06 of a closed period, in all and for each organisation. */
export class RestatementTally {
  readonly #scope: Scope
  readonly #rows = new Map<string, RowSum>()

  constructor(scope: Scope) {
    this.#scope = scope
  }

  /** Adds one dossier as it was known at the closing (null = not at all) and as it is known later (null = gone). */
  add(before: Dossier | null, after: Dossier | null): void {
    const effects = new Map<string, Map<RestatementReason, Vector>>()
    for (const { reason, from, to } of restatementSteps(before, after)) {
      if (from) this.#count(effects, { reason, dossier: from, sign: -1 })
      if (to) this.#count(effects, { reason, dossier: to, sign: 1 })
    }
    for (const [organisation, reasons] of effects) this.#addEffects(organisation, reasons)
  }

  total(): RestatedRow {
    return describe(this.#rows.get(TOTAL))
  }

  /** Rows of the organisations that changed, by code. */
  organisations(): ReadonlyMap<string, RestatedRow> {
    const codes = [...this.#rows.keys()].filter((code) => code !== TOTAL).toSorted()
    return new Map(codes.map((code) => [code, describe(this.#rows.get(code))]))
  }

  #count(
    effects: Map<string, Map<RestatementReason, Vector>>,
    {
      reason,
      dossier,
      sign,
    }: { readonly reason: RestatementReason; readonly dossier: Dossier; readonly sign: number },
  ): void {
    const { rule, from, to, covers } = this.#scope
    if (!covers(dossier.organisationCode)) return
    const tally = new Tally(from, to)
    tally.addDossier(rule, dossier)
    const row = tally.statistics()
    for (const key of [TOTAL, dossier.organisationCode]) {
      const reasons = effects.get(key) ?? new Map<RestatementReason, Vector>()
      effects.set(key, reasons)
      const vector = reasons.get(reason) ?? nothing()
      reasons.set(reason, vector)
      for (const { key: column } of II06_COLUMNS) vector[column] += sign * row[column]
    }
  }

  #addEffects(organisation: string, reasons: ReadonlyMap<RestatementReason, Vector>): void {
    const effective = [...reasons].filter(([, vector]) => Object.values(vector).some(Boolean))
    if (effective.length === 0) return
    const row = this.#rows.get(organisation) ?? { dossiers: 0, reasons: new Map() }
    this.#rows.set(organisation, row)
    row.dossiers += 1
    for (const [reason, vector] of effective) {
      const sum = row.reasons.get(reason) ?? new ChangeSum()
      row.reasons.set(reason, sum)
      sum.dossiers += 1
      addVector(sum, vector)
    }
  }
}

function addVector(sum: ChangeSum, vector: Vector): void {
  for (const { key } of II06_COLUMNS) sum.add(key, vector[key])
}

function describe(row: RowSum | undefined): RestatedRow {
  if (!row) return { dossiers: 0, reasons: [] }
  const order = Object.keys(RESTATEMENT_REASONS) as RestatementReason[]
  const reasons = order.flatMap((reason) => {
    const sum = row.reasons.get(reason)
    return sum ? [describeReason(reason, sum)] : []
  })
  return { dossiers: row.dossiers, reasons }
}

function describeReason(reason: RestatementReason, sum: ChangeSum): RestatedReason {
  const { dossiers } = sum
  return { reason, name: RESTATEMENT_REASONS[reason], dossiers, columns: sum.columns() }
}

function nothing(): Vector {
  return Object.fromEntries(II06_COLUMNS.map(({ key }) => [key, 0])) as Vector
}

/** The reason under which a difference stands that no dossier explains: the frozen figures were counted otherwise. */
export function countingChanged(
  difference: StatisticsNumbers,
  explained: readonly RestatedReason[],
): RestatedReason | undefined {
  const sum = new ChangeSum()
  const rest = { ...difference }
  for (const { column, difference: part } of explained.flatMap(({ columns }) => columns)) {
    rest[column] -= part
  }
  addVector(sum, rest)
  return sum.columns().length === 0 ? undefined : describeReason('counting_changed', sum)
}
