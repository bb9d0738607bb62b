import { z } from 'zod'
import { LegalDocument } from './legal-document.ts'
import { Day, dayNumber, dayText } from './time.ts'
import { parseDay } from './vietnamese/date.ts'

/**
 * A deadline (thời hạn) as a plan states it. `dueOn` is the last day that keeps it, null where none can be told:
 * standing tasks (`regular`, `periodic`), a year not named, or a condition such as another authority's decision.
 */
export const Deadline = z.object({
  text: z.string().max(300),
  kind: z.enum([
    'day',
    'month',
    'quarter',
    'year',
    'regular',
    'periodic',
    'conditional',
    'not_stated',
  ]),
  dueOn: Day.nullable(),
})
export type Deadline = z.output<typeof Deadline>

/** State of a task (kết quả thực hiện, tiến độ), with the words that a person wrote. */
export const TaskStatus = z.object({
  text: z.string().max(300),
  kind: z.enum(['on_schedule', 'late', 'done', 'in_progress', 'not_started', 'regular', 'other']),
})
export type TaskStatus = z.output<typeof TaskStatus>

/** A document cited in a task: what the task rests on, or what it resulted in. `printedDate` is the date as written. */
export const CitedDocument = LegalDocument.extend({
  printedDate: z.string().max(60).nullable(),
  role: z.enum(['basis', 'result']),
})
export type CitedDocument = z.output<typeof CitedDocument>

const Words = z.string().max(2000).nullable()
const Delivery = z.object({
  product: Words,
  deadline: Deadline,
  assignee: Words,
  status: TaskStatus,
})

/**
 * A task (nhiệm vụ) of a plan: row of `TT | Nhiệm vụ | Sản phẩm | Thời hạn | Phân công | Kết quả | Ghi chú`.
 * Null = the cell is blank. `parts` are the lines of a task that spans several, each with the results it names.
 */
export const PlanTask = Delivery.extend({
  number: z.int().min(1),
  group: z.string().max(20),
  groupLabel: z.string().max(300),
  task: z.string().min(1).max(2000),
  documents: z.array(CitedDocument),
  otherResults: z.array(z.string().max(2000)),
  resultText: Words,
  parts: z.array(Delivery.extend({ results: z.array(z.string().max(300)) })),
})
export type PlanTask = z.output<typeof PlanTask>

/** A plan of administrative reform (kế hoạch CCHC) of one agency and year with its tasks. */
export const Plan = z.object({
  title: z.string().min(1).max(500),
  agency: z.string().min(1).max(300),
  year: z.int().min(1991).max(2099),
  document: LegalDocument.nullable(),
  tasks: z.array(PlanTask),
})
export type Plan = z.output<typeof Plan>

const MONTH = /^tháng (0?[1-9]|1[0-2]) ?(?:\/|năm) ?(\d{4})$/
const QUARTER = /^quý (iv|i{1,3}|[1-4]) ?(?:\/|năm) ?(\d{4})$/
const YEAR = /^(?:trong )?năm (\d{4})$/
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

/**
 * Reads a deadline such as `15/02/2023`, `Tháng 02/2023`, `Quý III/2023`, `Năm 2023`, `Trong năm`, `Thường xuyên`,
 * `Định kỳ`; a calendar month, quarter or year is kept until its last day. Other words are a condition.
 */
export function parseDeadline(text: string, plan: { readonly year?: number } = {}): Deadline {
  const plain = text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
  const dated = datedDeadline(plain, plan.year)
  if (dated) return { text, ...dated }
  return { text, kind: undatedKind(plain), dueOn: null }
}

const STATUSES: readonly (readonly [RegExp, TaskStatus['kind']])[] = [
  [/^(đúng|đảm bảo|bảo đảm) tiến độ$/, 'on_schedule'],
  [/^(chậm|quá hạn|trễ)/, 'late'],
  [/^(đã )?hoàn thành/, 'done'],
  [/^đang (thực hiện|triển khai)/, 'in_progress'],
  [/^chưa (thực hiện|triển khai)/, 'not_started'],
  [/^thường xuyên$/, 'regular'],
]

/** Reads the state of a task; words that are no state of the usual list stay `other`. */
export function parseTaskStatus(text: string): TaskStatus {
  const plain = text.normalize('NFC').trim().toLowerCase()
  const known = STATUSES.find(([pattern]) => pattern.test(plain))
  return { text, kind: known?.[1] ?? 'other' }
}

type Dated = Pick<Deadline, 'kind' | 'dueOn'>

function datedDeadline(plain: string, planYear: number | undefined): Dated | undefined {
  const day = parseDay(plain.replace(/^trước ngày |^ngày (?=\d+\/)/, ''))
  if (day !== undefined) {
    // "Before the 15th" is kept by the 14th.
    const early = plain.startsWith('trước ngày') ? dayText(dayNumber(day) - 1) : day
    return { kind: 'day', dueOn: early }
  }
  const month = MONTH.exec(plain)
  if (month) return { kind: 'month', dueOn: endOfMonth(Number(month[2]), Number(month[1])) }
  const quarter = QUARTER.exec(plain)
  if (quarter) {
    const number = QUARTERS[quarter[1] ?? ''] ?? Number(quarter[1])
    return { kind: 'quarter', dueOn: endOfMonth(Number(quarter[2]), number * 3) }
  }
  const year = YEAR.exec(plain)?.[1] ?? (plain === 'trong năm' ? planYear : undefined)
  return year === undefined ? undefined : { kind: 'year', dueOn: endOfMonth(Number(year), 12) }
}

function undatedKind(plain: string): Deadline['kind'] {
  if (plain === '') return 'not_stated'
  if (plain === 'trong năm') return 'year'
  if (plain.startsWith('thường xuyên')) return 'regular'
  return plain.startsWith('định kỳ') ? 'periodic' : 'conditional'
}

function endOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
