import { citations, type ReportedTask } from '@cchc/audit'
import { folded } from '@cchc/domain'
import { cellAddress } from '../grid/cell-address.ts'
import { type Grid, type GridRow, textOf } from '../grid/grid.ts'

type Column = 'no' | 'task' | 'product' | 'deadline' | 'assignee' | 'result' | 'note'

const HEADS: Readonly<Record<Column, RegExp>> = {
  no: /^(tt|stt|so tt|so thu tu)$/,
  task: /^(ten |noi dung )?nhiem vu\b|^noi dung( cong viec)?$/,
  product: /^(san pham|ket qua dau ra)\b/,
  deadline: /^(thoi han|thoi gian|han hoan thanh|tien do)\b/,
  assignee: /^(phan cong|don vi|co quan|bo phan|chu tri)\b/,
  result: /^(ket qua|tinh hinh)( thuc hien.*)?$/,
  note: /^(ghi chu|trang thai)\b/,
}

type Places = ReadonlyMap<Column, number>

/** The columns that a row heads, when it is the head of a task table: the task, its product, and by when or by whom. */
export function taskPlaces(row: GridRow): Places | undefined {
  const texts = row.cells.map(({ text }) => folded(text))
  const columns = Object.keys(HEADS) as Column[]
  const places = new Map(
    columns.flatMap((column) => {
      const at = texts.findIndex((text) => HEADS[column].test(text))
      return at === -1 ? [] : [[column, at] as const]
    }),
  )
  const isTable = places.has('task') && places.has('product')
  return isTable && (places.has('deadline') || places.has('assignee')) ? places : undefined
}

/** What a cell says that one above it stretches over. */
const AS_ABOVE = 'như trên'

interface Read {
  readonly no: string
  readonly line: number
  readonly cells: Record<Column, string[]>
}

/** The tasks of every task table in a grid; a row without a number goes on with the task above it. */
export function taskRows({ sheet, rows }: Grid): readonly ReportedTask[] {
  const read: { task: Read; places: Places }[] = []
  let places: Places | undefined
  for (const row of rows) {
    const head = taskPlaces(row)
    if (head) places = head
    else if (places) addRow(read, { row, places })
  }
  return read.map(({ task, places: columns }) => ({
    ...taskOf(task, columns),
    addresses: addressesOf(task, { sheet, places: columns }),
  }))
}

function addressesOf(
  { line }: Read,
  { sheet, places }: { readonly sheet: string | null; readonly places: Places },
): NonNullable<ReportedTask['addresses']> {
  const at = (name: Column) => {
    const column = places.get(name)
    return column === undefined ? {} : { [name]: cellAddress({ sheet, line, column }) }
  }
  return { ...at('task'), ...at('product'), ...at('assignee'), ...at('result') }
}

function addRow(
  read: { task: Read; places: Places }[],
  { row, places }: { readonly row: GridRow; readonly places: Places },
): void {
  const text = (column: Column) => {
    const { text: own, covered } = row.cells[places.get(column) ?? -1] ?? textOf('')
    return covered && column !== 'no' && column !== 'task' ? AS_ABOVE : own
  }
  const columns = Object.keys(HEADS) as Column[]
  const no = text('no').replace(/[.)]+$/, '')
  const words = columns.filter((column) => column !== 'no' && text(column) !== '')
  if (/^\d+(\.\d+)*$/.test(no) && words.length >= 2) {
    const cells = Object.fromEntries(columns.map((column) => [column, [text(column)]]))
    read.push({ task: { no, line: row.line, cells: cells as Record<Column, string[]> }, places })
  } else if (no === '' && words.length > 0 && text('task') === '') {
    for (const column of words) read.at(-1)?.task.cells[column].push(text(column))
  }
}

function taskOf({ no, line, cells }: Read, places: Places): ReportedTask {
  const words = (column: Column) => cells[column].filter((text) => text !== '').join('\n')
  const basis = citations(words('task')).map((one) => ({ ...one, role: 'basis' }))
  const results = citations(`${words('result')}\n${words('note')}`)
  const cited = [...basis, ...results.map((one) => ({ ...one, role: 'result' }))]
  const unless = (column: Column) => (places.has(column) ? words(column) : 'không có cột này')
  return {
    no,
    line,
    task: words('task'),
    product: unless('product'),
    deadline: words('deadline'),
    assignee: unless('assignee'),
    status: words('note'),
    resultText: words('result'),
    documents: cited.map(({ number, printedDate, day, role }) => ({
      type: 'Văn bản',
      number,
      date: day ?? null,
      printedDate,
      role,
    })),
  }
}
