import type { z } from 'zod'
import type { UnifiedProcedure } from '../procedures/unified-procedures.ts'
import { type Condition, countCell, defineFigure, type Figure } from './define-figure.ts'

interface ProcedureFigure<W extends z.ZodObject> extends Pick<Figure, 'id' | 'name'> {
  readonly where: W
  /** What sources must state of procedures, in Vietnamese. */
  readonly fact: string
  /** Whether any source states it. */
  known(procedures: readonly UnifiedProcedure[]): boolean
  conditions(where: z.output<W>): readonly Condition[]
  counts(procedure: UnifiedProcedure, where: z.output<W>): boolean
}

/** A number of the organisation's procedures in force, as they stand; not reported where no source states the fact. */
export function defineProcedureFigure<W extends z.ZodObject>(figure: ProcedureFigure<W>): Figure {
  const { id, name, where, fact, known, conditions, counts } = figure
  return defineFigure({
    id,
    name,
    where,
    of: (asked) => ({
      kind: 'stock',
      conditions: conditions(asked),
      missing: `Chưa nguồn nào cho biết ${fact} của TTHC; cần đồng bộ danh mục TTHC có thông tin đó, hoặc nhập tay.`,
      async read({ procedures }) {
        const counted = procedures.filter((one) => counts(one, asked))
        return countCell(known(procedures) ? counted.length : undefined)
      },
      behind: { records: 'procedures', per: 'field', counts: (one) => counts(one, asked) },
    }),
  })
}
