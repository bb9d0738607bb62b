import type { Fault, PlanTask } from '@cchc/domain'
import {
  CitedDocument,
  Deadline,
  Plan,
  parseDay,
  parseDeadline,
  parseTaskStatus,
  say,
  TaskStatus,
} from '@cchc/domain'
import { z } from 'zod'
import type { GivenFile } from '../grid/read-grids.ts'
import { isJson, parsedJson } from '../report/read-report.ts'
import type { HeadedRow, Heads } from './table-by-heads.ts'
import { checked, refuseFaults, tableByHeads } from './table-by-heads.ts'

/** Whose plan a file holds. */
export interface PlanOf {
  readonly agency: string
  readonly year: number
}

/**
 * Reads a plan from its task table (xlsx or csv: TT, Nhiệm vụ, Sản phẩm, Thời hạn, Phân công, Kết quả, Ghi chú) or from
 * JSON; throws a UsageError that names every fault.
 */
export async function readPlanFile(file: GivenFile, plan: PlanOf): Promise<Plan> {
  return isJson(file) ? jsonPlan(file, plan) : tablePlan(file, plan)
}

const Words = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)

/** What a task table written as JSON holds; deadlines and states may be the words alone. */
function taskOf(year: number) {
  const delivery = {
    product: Words,
    deadline: z.union([Deadline, z.string().transform((text) => parseDeadline(text, { year }))]),
    assignee: Words,
    status: z.union([TaskStatus, z.string().transform(parseTaskStatus)]),
  }
  const undated = z.object({ type: z.string(), number: z.string() }).transform((document) => {
    return { ...document, date: null, printedDate: null, role: 'basis' as const }
  })
  return z
    .object({
      ...delivery,
      number: z.int().min(1).optional(),
      no: z.int().min(1).optional(),
      group: z.string().default(''),
      groupLabel: z.string().default(''),
      task: z.string().trim().min(1),
      documents: z.array(CitedDocument).default([]),
      documentsWithoutDate: z.array(undated).default([]),
      otherResults: z.array(z.string()).optional(),
      unnumberedResults: z.array(z.string()).default([]),
      resultText: Words,
      parts: z
        .array(z.object({ ...delivery, results: z.array(z.string()).default([]) }))
        .default([]),
    })
    .transform(
      ({ no, number, documentsWithoutDate, unnumberedResults, otherResults, ...task }) => ({
        ...task,
        number: number ?? no ?? 0,
        documents: [...task.documents, ...documentsWithoutDate],
        otherResults: otherResults ?? unnumberedResults,
      }),
    )
}

function jsonPlan(file: GivenFile, { agency, year }: PlanOf): Plan {
  const document = parsedJson(file)
  const Document = z.object({
    title: z.string().default(titleOf(year)),
    document: Plan.shape.document.default(null),
    tasks: z.array(taskOf(year)).min(1),
  })
  const written = Array.isArray(document) ? { tasks: document } : document
  return checked(file, Plan, { ...checked(file, Document, written), agency, year })
}

function titleOf(year: number): string {
  return `Kế hoạch cải cách hành chính năm ${year}`
}

type Column = 'number' | 'task' | 'product' | 'deadline' | 'assignee' | 'result' | 'note'
type Row = HeadedRow<Column>

const HEADS: Heads<Column> = {
  number: { head: /^(tt|stt|so tt|so thu tu)$/, title: 'STT' },
  task: { head: /^(nhiem vu|noi dung|ten nhiem vu)\b/, title: 'Nhiệm vụ' },
  product: { head: /^(san pham|ket qua dau ra)\b/ },
  deadline: { head: /^(thoi han|thoi gian|han)\b/, title: 'Thời hạn' },
  assignee: { head: /^(phan cong|don vi|co quan|chu tri)\b/ },
  result: { head: /^ket qua( thuc hien.*)?$/ },
  note: { head: /^(ghi chu|tien do|trang thai)\b/ },
}

async function tablePlan(file: GivenFile, { agency, year }: PlanOf): Promise<Plan> {
  const missing = say('No task table was found in {file}.', { file: file.name })
  const rows = await tableByHeads(file, { heads: HEADS, missing })
  const faults: Fault[] = []
  const tasks: PlanTask[] = []
  let group = { group: '', groupLabel: '' }
  for (const row of rows) {
    const { number, task, deadline } = row.text
    if (deadline === '' && !/^\d/.test(number)) group = groupOf(row)
    else if (number === '' && task === '') addPart(tasks.at(-1), { row, year })
    else {
      faults.push(...faultsOfRow(row))
      tasks.push({ ...group, ...taskFromRow(row, year) })
    }
  }
  refuseFaults(file, faults)
  return checked(file, Plan, { title: titleOf(year), agency, year, document: null, tasks })
}

function groupOf({ text: { number, task } }: Row) {
  const label = task === '' ? number : task
  return { group: task === '' ? '' : number.replace(/[.)]+$/, ''), groupLabel: label }
}

function faultsOfRow({ text, at }: Row): Fault[] {
  const wrong = !/^[1-9]\d{0,3}[.)]?$/.test(text.number)
  return [
    ...(wrong ? [{ path: at('number'), message: say('must be the number of the task') }] : []),
    ...(text.task === '' ? [{ path: at('task'), message: say('names no task') }] : []),
  ]
}

/** A row without number and task goes on with the task above it. */
function addPart(task: PlanTask | undefined, { row, year }: { row: Row; year: number }): void {
  if (!task) return
  if (task.parts.length === 0) {
    const { product, deadline, assignee, status } = task
    const results = task.documents.map(({ number }) => number)
    task.parts.push({ product, deadline, assignee, status, results })
  }
  const { product, deadline, assignee, status, documents, otherResults } = taskFromRow(row, year)
  task.parts.push({ product, deadline, assignee, status, results: documents.map((d) => d.number) })
  task.documents.push(...documents)
  task.otherResults.push(...otherResults)
}

function taskFromRow({ text }: Row, year: number): Omit<PlanTask, 'group' | 'groupLabel'> {
  const { status, words } = statusOf(text)
  const documents = citedIn(words)
  const blank = (cell: string) => (cell === '' ? null : cell)
  return {
    number: Number.parseInt(text.number, 10) || 0,
    task: text.task,
    product: blank(text.product),
    deadline: parseDeadline(text.deadline, { year }),
    assignee: blank(text.assignee),
    status,
    documents,
    otherResults: [],
    resultText: blank(words),
    parts: [],
  }
}

/** The state stands in the notes, or as a line among the results. */
function statusOf({ result, note }: Row['text']): { status: TaskStatus; words: string } {
  const lines = result.split('\n').map((line) => line.trim())
  const line = lines.find((one) => parseTaskStatus(one).kind !== 'other')
  if (note !== '' && (line === undefined || parseTaskStatus(note).kind !== 'other')) {
    return { status: parseTaskStatus(note), words: result }
  }
  const words = lines.filter((one) => one !== line).join('\n')
  return { status: parseTaskStatus(line ?? ''), words: words.trim() }
}

const CITED =
  /(?:(?<type>\p{Lu}\p{Ll}+(?: \p{Ll}+){0,3}) )?(?:số )?(?<number>\d+(?:\/\d{4})?\/[A-ZĐ][\p{L}0-9-]*)\s*,?\s*ngày\s*(?<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/gu

/** The documents that a result cites, such as `Quyết định số 07/QĐ-BDT ngày 02/02/2023`. */
function citedIn(text: string): CitedDocument[] {
  return [...text.normalize('NFC').matchAll(CITED)].map(({ groups }) => {
    const { type = 'Văn bản', number = '', date = '' } = groups ?? {}
    const cited = { type: type.replace(/ số$/, ''), number, printedDate: date }
    return { ...cited, date: parseDay(date) ?? null, role: 'result' as const }
  })
}
