import { type AddableColumns, addColumns } from '@cchc/domain'
import { z } from 'zod'
import type { DossierDimension, Named } from '../dimension/define-dimension.ts'
import type { DimensionId } from '../dimension/dimensions.ts'
import { type Condition, countCell, defineFigure, type Figure } from './define-figure.ts'
import { addedColumns, kindOf } from './parameters.ts'

/** Said where nobody gives a figure that is counted from dossiers. */
export const NO_DOSSIERS =
  'Chưa nguồn nào có hồ sơ của đơn vị trong kỳ; cần đồng bộ hồ sơ từ hệ thống một cửa điện tử (cchc sync).'

interface DossierFigure<T> extends Pick<Figure, 'id' | 'name'> {
  readonly by: DossierDimension<DimensionId>
  /** Schema of the parameter that chooses groups; it is called as the dimension is. */
  readonly asked: z.ZodType<T, string>
  condition(asked: T): Condition
  counts(group: Named, asked: T): boolean
}

/** Columns of Form II.06 over some groups of one dimension; not reported where the store has no dossiers at all. */
export function defineDossierFigure<T>(figure: DossierFigure<T>): Figure {
  const { id, name, by, condition, counts } = figure
  return defineFigure({
    id,
    name,
    where: z.strictObject({ columns: addedColumns, [by.id]: figure.asked }),
    of(where) {
      const [columns, asked] = [where.columns as AddableColumns, where[by.id] as T]
      return {
        kind: kindOf(columns),
        conditions: [condition(asked)],
        missing: NO_DOSSIERS,
        async read(reading) {
          const { rows } = await reading.statistics(by.id)
          const counted = rows.filter(({ group }) => {
            const own = group[by.id]
            return own !== undefined && counts(own, asked)
          })
          const figures = counted.map(({ statistics }) => statistics)
          return countCell(rows.length === 0 ? undefined : addColumns(figures, columns))
        },
        behind: {
          records: 'dossiers',
          columns,
          per: 'organisation',
          by: [by.id],
          keep(subject, names) {
            const code = by.codeOf(subject, names)
            return counts({ code, name: by.nameOf(code, names) }, asked)
          },
        },
      }
    },
  })
}
