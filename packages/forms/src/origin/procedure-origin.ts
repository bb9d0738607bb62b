import { Procedure } from '@cchc/domain'
import type { UnifiedProcedure } from '@cchc/figures'
import type { Store } from '@cchc/store'
import type { CellOrigin, Condition, Contribution } from './contract.ts'
import { sharesOf } from './dossier-origin.ts'

/** A procedure as one source states it, with the run that brought the statement. */
export interface StatedProcedure {
  readonly code: string
  readonly source: string
  readonly run: string
}

/** Which sources state which procedures, and by which run. */
export async function statedProcedures(store: Store): Promise<readonly StatedProcedure[]> {
  const records = await store.listRecords<unknown>('procedure')
  return records.map(({ source, runId, value }) => {
    return { code: Procedure.parse(value).code, source, run: runId }
  })
}

/** What a number of procedures is called and counted under. */
export interface ProcedureOriginFacts {
  readonly figure: string
  readonly name: string
  readonly conditions: readonly Condition[]
  readonly stated: readonly StatedProcedure[]
  readonly fieldName: (procedure: UnifiedProcedure) => string
}

const NO_FIELD = 'unknown'

/** The origin of a number of procedures: by field and the sources that know them, each procedure once. */
export function procedureOrigin(
  counted: readonly UnifiedProcedure[],
  { figure, name, conditions, stated, fieldName }: ProcedureOriginFacts,
): Extract<CellOrigin, { kind: 'counted' }> {
  const codes = new Set(counted.map(({ code }) => code))
  const known = stated.filter(({ code }) => codes.has(code))
  return {
    kind: 'counted',
    figure,
    name,
    formula: 'Số TTHC khác nhau, mỗi TTHC tính một lần',
    per: 'field',
    conditions,
    window: null,
    total: counted.length,
    contributions: byField(counted, fieldName),
    records: 'procedures',
    shares: sharesOf(known.map(({ source, run }) => ({ source, run, count: 1 }))),
    operands: [],
  }
}

function byField(
  counted: readonly UnifiedProcedure[],
  fieldName: ProcedureOriginFacts['fieldName'],
): Contribution[] {
  const key = (one: UnifiedProcedure) => [one.fieldCode ?? NO_FIELD, ...one.sources].join(' ')
  return [...Map.groupBy(counted, key)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own
      if (!first) return []
      const { fieldCode, sources } = first
      const code = fieldCode ?? NO_FIELD
      return [{ code, name: fieldName(first), sources, count: own.length, columns: {} }]
    })
}
