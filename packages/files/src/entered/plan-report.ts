import {
  type CitedDocument,
  type FilledReport,
  type Plan,
  type PlanTask,
  type ReportColumn,
  type ReportHead,
  type ReportRow,
  textCell,
} from '@cchc/domain'

/** The columns of the task table (Phụ lục I of a unit's CCHC report). */
const COLUMNS: readonly ReportColumn[] = [
  column({ key: 'number', header: 'TT', content: 'code' }),
  column({ key: 'task', header: 'Nhiệm vụ', content: 'label' }),
  column({ key: 'product', header: 'Sản phẩm', content: 'cell' }),
  column({ key: 'deadline', header: 'Thời hạn', content: 'cell' }),
  column({ key: 'assignee', header: 'Phân công thực hiện', content: 'cell' }),
  column({ key: 'result', header: 'Kết quả thực hiện', content: 'cell' }),
  column({ key: 'note', header: 'Ghi chú', content: 'note' }),
]

/** The task table of a plan as a report, so that every format can be had. */
export function planReport(plan: Plan, head: ReportHead): FilledReport {
  const groups = Map.groupBy(plan.tasks, ({ group, groupLabel }) => `${group} ${groupLabel}`)
  const rows = [...groups.values()].flatMap((tasks, index) => [
    ...groupRow(tasks[0], index),
    ...tasks.flatMap(taskRows),
  ])
  return {
    head,
    templateId: null,
    title: `Kết quả thực hiện ${plan.title.charAt(0).toLowerCase()}${plan.title.slice(1)}`,
    formNumber: 'Phụ lục I',
    unitLine: null,
    columns: [...COLUMNS],
    rows,
    provenance: null,
  }
}

function groupRow(task: PlanTask | undefined, index: number): ReportRow[] {
  if (!task || task.groupLabel === '') return []
  const { group: code, groupLabel: label } = task
  return [{ ...blank(`group-${index + 1}`), code, label, rowType: 'group', group: code }]
}

function taskRows(task: PlanTask): ReportRow[] {
  const { number, parts } = task
  const code = String(number)
  const own = { ...blank(`task-${number}`), code, label: task.task, group: task.group }
  const [first, ...others] = parts
  const results = resultsOf(task)
  const head = first ?? task
  return [
    { ...own, cells: cellsOf(head, results), note: task.status.text },
    ...others.map((part, index) => ({
      ...blank(`task-${number}/${index + 2}`),
      group: task.group,
      parentCode: code,
      cells: cellsOf(part, ''),
      note: part.status.text,
    })),
  ]
}

function cellsOf(
  { product, deadline, assignee }: Pick<PlanTask, 'product' | 'deadline' | 'assignee'>,
  result: string,
): ReportRow['cells'] {
  return {
    product: textCell(product ?? ''),
    deadline: textCell(deadline.text),
    assignee: textCell(assignee ?? ''),
    result: textCell(result),
  }
}

function resultsOf({ documents, otherResults, resultText }: PlanTask): string {
  if (resultText !== null) return resultText
  const cited = documents.filter(({ role }) => role === 'result').map(citation)
  return [...cited, ...otherResults].join('\n')
}

function citation({ type, number, printedDate }: CitedDocument): string {
  return `${type} số ${number}${printedDate === null ? '' : ` ngày ${printedDate}`}`
}

function blank(rowId: string): ReportRow {
  const place = { parentCode: null, group: null, rowType: 'indicator' as const }
  return { rowId, code: '', label: '', unit: '', cells: {}, note: '', ...place }
}

function column(spec: Pick<ReportColumn, 'key' | 'header' | 'content'>): ReportColumn {
  const words = spec.content === 'cell'
  return { ...spec, headerGroups: [], number: null, ...(words ? { words } : {}) }
}
