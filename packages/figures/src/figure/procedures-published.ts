import { z } from 'zod'
import { defineProcedureFigure } from './procedure-figure.ts'

/** Procedures that stand in the national database. */
export const proceduresPublished = defineProcedureFigure({
  id: 'procedures-published',
  name: 'TTHC đã công khai trên Cơ sở dữ liệu quốc gia',
  where: z.strictObject({}),
  fact: 'việc công khai',
  known: (all) => all.some(({ publishedNationally }) => publishedNationally !== null),
  conditions: () => [],
  counts: ({ publishedNationally }) => publishedNationally === true,
})
