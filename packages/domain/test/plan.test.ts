import { expect, test } from 'vitest'
import { type CitedDocument, Plan, parseDeadline, parseTaskStatus, printDay } from '../src/index.ts'
import { fixture } from './fixture.ts'

interface PublishedPart {
  product: string | null
  deadline: string
  assignee: string | null
  status: string
}
interface PublishedTask extends PublishedPart {
  no: number
  group: string
  groupLabel: string
  task: string
  documents: CitedDocument[]
  documentsWithoutDate?: { type: string; number: string }[]
  unnumberedResults: string[]
  resultText?: string | null
  parts?: (PublishedPart & { results: string[] })[]
}

const published = fixture<PublishedTask[]>('khanh-hoa.tasks')

function delivery({ product, deadline, assignee, status }: PublishedPart) {
  return {
    product,
    deadline: parseDeadline(deadline, { year: 2023 }),
    assignee,
    status: parseTaskStatus(status),
  }
}

function load(task: PublishedTask) {
  const undated = (task.documentsWithoutDate ?? []).map((document) => ({
    ...document,
    date: null,
    printedDate: null,
    role: 'basis' as const,
  }))
  return {
    ...delivery(task),
    number: task.no,
    group: task.group,
    groupLabel: task.groupLabel,
    task: task.task,
    documents: [...task.documents, ...undated],
    otherResults: task.unnumberedResults,
    resultText: task.resultText ?? null,
    parts: (task.parts ?? []).map((part) => ({ ...delivery(part), results: part.results })),
  }
}

const plan = Plan.parse({
  title: 'Kế hoạch cải cách hành chính năm 2023',
  agency: 'Ban Dân tộc tỉnh Khánh Hòa',
  year: 2023,
  document: null,
  tasks: published.map(load),
})

function printedPart(part: Pick<(typeof plan.tasks)[number], keyof PublishedPart>): PublishedPart {
  return { ...part, deadline: part.deadline.text, status: part.status.text }
}

test('the 30 published tasks load and print back cell for cell', () => {
  const printed = plan.tasks.map((task) => ({
    ...printedPart(task),
    documents: task.documents.filter((document) => document.printedDate !== null),
    parts: task.parts.map(printedPart),
  }))
  expect(printed).toHaveLength(30)
  expect(printed).toMatchObject(
    published.map(({ product, deadline, assignee, status, task, documents, parts = [] }) => ({
      ...{ product, deadline, assignee, status, task, documents, parts },
    })),
  )
})

test('the dates of cited documents print as the report printed them', () => {
  const dated = plan.tasks.flatMap((task) => task.documents).filter((d) => d.date !== null)
  expect(dated.length).toBe(69)
  for (const document of dated) expect(printDay(document.date ?? '')).toBe(document.printedDate)
})

test.each([
  ['15/02/2023', 'day', '2023-02-15'],
  ['Trước ngày 15/3/2023', 'day', '2023-03-14'],
  ['Tháng 02/2023', 'month', '2023-02-28'],
  ['Tháng 01/ 2023', 'month', '2023-01-31'],
  ['Tháng 12 năm 2023', 'month', '2023-12-31'],
  ['Quý I/2023', 'quarter', '2023-03-31'],
  ['Quý III/2023', 'quarter', '2023-09-30'],
  ['Quý IV/ 2023', 'quarter', '2023-12-31'],
  ['Năm 2023', 'year', '2023-12-31'],
  ['Trong năm', 'year', '2024-12-31'],
  ['Thường xuyên', 'regular', null],
  ['Định kỳ', 'periodic', null],
  ['Sau khi có KH của UBND tỉnh', 'conditional', null],
  ['31/02/2023', 'conditional', null],
  ['', 'not_stated', null],
])('the deadline %j is a %s, due on %s', (text, kind, dueOn) => {
  expect(parseDeadline(text, { year: 2024 })).toEqual({ text, kind, dueOn })
})

test('"Trong năm" of a plan whose year is unknown has no due day', () => {
  expect(parseDeadline('Trong năm')).toEqual({ text: 'Trong năm', kind: 'year', dueOn: null })
})

test.each([
  ['Đúng tiến độ', 'on_schedule'],
  ['Chậm tiến độ', 'late'],
  ['Đã hoàn thành', 'done'],
  ['Đang thực hiện', 'in_progress'],
  ['Chưa thực hiện', 'not_started'],
  ['Thường xuyên', 'regular'],
  ['Năm 2023, hệ thống tạm thời ngưng hoạt động', 'other'],
])('the status %j is %s', (text, kind) => {
  expect(parseTaskStatus(text)).toEqual({ text, kind })
})
