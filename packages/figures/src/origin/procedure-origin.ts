import { Procedure } from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { Names } from '../dimension/names.ts'
import { procedureField } from '../dimension/procedure-dimensions.ts'
import type { BoundFigure, ProceduresBehind } from '../figure/define-figure.ts'
import { type FigureScope, proceduresOf } from '../figure/figure-scope.ts'
import type { UnifiedProcedure } from '../procedures/unified-procedures.ts'
import type { Contribution, CountedOrigin } from './figure-origin.ts'
import { sharesOf } from './source-shares.ts'

/** What a number of procedures is called, and which of them it counts. */
export interface NumberOfProcedures extends Pick<BoundFigure, 'id' | 'name' | 'conditions'> {
  readonly behind: Pick<ProceduresBehind, 'counts'>
}

/** The origin of a number of the organisation's procedures: by field and the sources that know them, each once. */
export async function procedureOrigin(
  scope: FigureScope,
  { id, name, conditions, behind }: NumberOfProcedures,
): Promise<CountedOrigin> {
  const counted = proceduresOf(scope).filter((one) => behind.counts(one))
  const codes = new Set(counted.map(({ code }) => code))
  const stated = (await statedProcedures(scope.store)).filter(({ code }) => codes.has(code))
  return {
    kind: 'counted',
    figure: id,
    name,
    formula: 'Số TTHC khác nhau, mỗi TTHC tính một lần',
    per: 'field',
    conditions,
    window: null,
    total: counted.length,
    contributions: byField(counted, scope.names),
    records: 'procedures',
    shares: sharesOf(stated.map(({ source, run }) => ({ source, run, count: 1 }))),
  }
}

/** Which sources state which procedures, and by which run. */
async function statedProcedures(store: Store) {
  const records = await store.listRecords<unknown>('procedure')
  return records.map(({ source, runId, value }) => {
    return { code: Procedure.parse(value).code, source, run: runId }
  })
}

function byField(counted: readonly UnifiedProcedure[], names: Names): Contribution[] {
  const placed = counted.flatMap((one) =>
    procedureField.groupsOf(one, names).map((field) => ({ ...field, sources: one.sources })),
  )
  return [...Map.groupBy(placed, ({ code, sources }) => [code, ...sources].join(' '))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => (own[0] ? [{ ...own[0], count: own.length, columns: {} }] : []))
}
