import { z } from 'zod'
import { defineProcedureFigure } from './procedure-figure.ts'

/** Procedures whose fees can be paid online. */
export const proceduresWithOnlinePayment = defineProcedureFigure({
  id: 'procedures-with-online-payment',
  name: 'TTHC thanh toán trực tuyến được',
  where: z.strictObject({}),
  fact: 'khả năng thanh toán trực tuyến',
  known: (all) => all.some(({ onlinePayment }) => onlinePayment !== null),
  conditions: () => [],
  counts: ({ onlinePayment }) => onlinePayment === true,
})
