import { II06_COLUMNS, printNumber } from '@cchc/domain'
import { renderTable } from '../../output/table.ts'
import { oneLine } from '../../output/text-width.ts'
import type { ExplainedCell } from './explanation.ts'

type Counted = Extract<ExplainedCell['origin'], { kind: 'counted' }>

const PLACES = { organisation: 'Đơn vị', field: 'Lĩnh vực', procedure: 'TTHC' } as const
const LONGEST_NAME = 48

/** The addends of a counted figure as a table with their total; none where there are none. */
export function contributionLines({ contributions, per, total }: Counted): readonly string[] {
  if (contributions.length === 0) return []
  const columns = Object.keys(contributions[0]?.columns ?? {})
  const shown = columns.length > 1 || per === 'procedure' ? columns : []
  const rows = contributions.map(({ code, name, sources, count, columns: counts }) => [
    code,
    shortName(oneLine(name)),
    sources.join(' + '),
    ...shown.map((key) => printNumber(counts[key] ?? 0)),
    printNumber(count),
  ])
  const sums = shown.map((key) =>
    printNumber(contributions.reduce((sum, one) => sum + (one.columns[key] ?? 0), 0)),
  )
  const table = renderTable(
    [
      { title: 'Mã' },
      { title: PLACES[per] },
      { title: 'Nguồn' },
      ...shown.map((key) => ({ title: columnNumber(key), right: true })),
      { title: 'Số đếm', right: true },
    ],
    { rows: [...rows, ['', 'Cộng', '', ...sums, printNumber(total)]] },
  )
  return table.split('\n')
}

function columnNumber(key: string): string {
  return II06_COLUMNS.find((column) => column.key === key)?.number ?? key
}

function shortName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
}
