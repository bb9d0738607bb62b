import { z } from 'zod'
import { defineProcedureFigure } from './procedure-figure.ts'

/** Procedures for which citizens pay. */
export const proceduresWithFee = defineProcedureFigure({
  id: 'procedures-with-fee',
  name: 'TTHC có yêu cầu nghĩa vụ tài chính',
  where: z.strictObject({}),
  fact: 'phí, lệ phí',
  known: (all) => all.some(({ hasFee }) => hasFee !== null),
  conditions: () => [],
  counts: ({ hasFee }) => hasFee === true,
})
