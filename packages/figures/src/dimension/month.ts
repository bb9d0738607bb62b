import type { PeriodDimension } from './define-dimension.ts'

/** Reporting months with the period's cut-off day; stocks are those of each month's own end. */
export const month: PeriodDimension<'month'> = { of: 'period', id: 'month', name: 'Tháng' }
