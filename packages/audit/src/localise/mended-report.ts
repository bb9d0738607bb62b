import type { AuditedReport } from '../meaning/audited-report.ts'
import { type FigureCell, type Figures, textOf } from './figure-cell.ts'

/** A report in which some figures are others. */
export function mendedReport(report: AuditedReport, figures: Figures): AuditedReport {
  const texts = new Map([...figures].map(([cell, { value }]) => [keyOf(cell), textOf(cell, value)]))
  const rows = report.rows.map((row, index) => {
    return { ...row, value: texts.get(`${index}`) ?? row.value }
  })
  const wide = report.wide?.map((table, number) => ({
    ...table,
    rows: table.rows.map((row, index) => ({
      ...row,
      figures: row.figures.map((text, at) => texts.get(`${number}/${index}/${at}`) ?? text),
    })),
  }))
  return { ...report, rows, ...(wide && { wide }) }
}

function keyOf({ row, wide }: FigureCell): string {
  return wide ? `${wide.table}/${wide.row}/${wide.at}` : `${row.index}`
}
