import { II06_COLUMNS, printDay, printDayRange, printNumber } from '@cchc/domain'
import type { ExplainedCell } from './explanation.ts'
import { printMoment } from './moments.ts'
import { type CellContext, runText, sourceName } from './source-text.ts'

type Counted = Extract<ExplainedCell['origin'], { kind: 'counted' }>
type Row = NonNullable<Counted['stated']>[number]

/** A row as a source states it: of what, which days and columns, from where, and since when it is known. */
export function statedLines(row: Row, context: CellContext): string[] {
  const { source, organisation, field, procedure, from, to, rule, counts } = row
  const unit = [organisation, field, procedure].filter((code) => code !== null).join(', ')
  const columns = Object.entries(counts).map(
    ([key, count]) => `${columnName(key)} ${printNumber(count)}`,
  )
  return [
    `Theo số liệu do ${sourceName(source, context)} cung cấp: ${unit}; ${printDayRange({ from, to })}; quy tắc ${rule}`,
    `  Nêu: ${columns.join('; ')}`,
    `  ${placeOf(row)}${runText(row.run, context)}, hệ thống biết từ ${printMoment(row.knownFrom)}`,
  ]
}

function columnName(key: string): string {
  return II06_COLUMNS.find((column) => column.key === key)?.number ?? key
}

function placeOf({ document, place, statedOn }: Row): string {
  const at = place === null ? '' : `, ${place}`
  const on = statedOn === null ? '' : `cung cấp ngày ${printDay(statedOn)}; `
  return `${document === null ? '' : `Từ tệp ${document}${at}; `}${on}`
}
