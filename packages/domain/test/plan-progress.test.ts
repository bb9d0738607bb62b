import { expect, test } from 'vitest'
import {
  type CitedDocument,
  type PlanTask,
  parseDeadline,
  parseTaskStatus,
  planProgress,
  tasksToLookAfter,
} from '../src/index.ts'

function task(change: {
  readonly deadline: string
  readonly status?: string
  readonly result?: string
  readonly other?: string
}): PlanTask {
  const { deadline, status = '', result, other } = change
  const document: CitedDocument[] =
    result === undefined
      ? []
      : [{ type: 'Báo cáo', number: '1/BC', date: result, printedDate: null, role: 'result' }]
  return {
    number: 1,
    group: 'I',
    groupLabel: 'Thể chế',
    task: deadline,
    product: null,
    deadline: parseDeadline(deadline, { year: 2023 }),
    assignee: null,
    status: parseTaskStatus(status),
    documents: document,
    otherResults: other === undefined ? [] : [other],
    resultText: null,
    parts: [],
  }
}

test.each([
  ['2023-09-30', { deadline: 'Quý III/2023' }, 'due'],
  ['2023-10-01', { deadline: 'Quý III/2023' }, 'late'],
  ['2023-10-01', { deadline: 'Quý III/2023', result: '2023-09-30' }, 'done'],
  ['2023-10-05', { deadline: 'Quý III/2023', result: '2023-10-02' }, 'done_late'],
  ['2023-10-01', { deadline: 'Quý III/2023', result: '2023-10-02' }, 'late'],
  ['2023-02-15', { deadline: 'Trước ngày 15/02/2023' }, 'late'],
  ['2023-12-31', { deadline: 'Trong năm' }, 'due'],
  ['2024-05-01', { deadline: 'Thường xuyên', status: 'Đúng tiến độ' }, 'standing'],
  ['2024-05-01', { deadline: 'Sau khi có KH của UBND tỉnh' }, 'open'],
  ['2023-01-01', { deadline: 'Trong năm', status: 'Chậm tiến độ' }, 'late'],
  ['2024-05-01', { deadline: 'Trong năm', status: 'Đã hoàn thành' }, 'done'],
  ['2024-05-01', { deadline: 'Trong năm', status: 'Đúng tiến độ', other: 'Báo cáo' }, 'done'],
  ['2024-05-01', { deadline: 'Trong năm', status: 'Đúng tiến độ' }, 'late'],
])('on %s a task of %j is %s', (on, change, state) => {
  const plan = { tasks: [task(change)] }
  expect(planProgress(plan, on).map((one) => one.state)).toEqual([state])
})

test('what is due by a day, and what is late on one', () => {
  const plan = {
    tasks: [
      task({ deadline: 'Tháng 01/2023' }),
      task({ deadline: 'Quý I/2023', result: '2023-03-20' }),
      task({ deadline: 'Quý IV/2023' }),
      task({ deadline: 'Thường xuyên' }),
    ],
  }
  const today = '2023-06-01'
  const names = (filter: Omit<Parameters<typeof tasksToLookAfter>[1], 'today'>) =>
    tasksToLookAfter(plan, { ...filter, today }).map((one) => one.task.task)
  expect(names({ dueBy: '2023-03-15' })).toEqual(['Tháng 01/2023'])
  expect(names({ dueBy: '2023-03-31' })).toEqual(['Tháng 01/2023'])
  expect(names({ dueBy: '2023-12-31' })).toEqual(['Tháng 01/2023', 'Quý IV/2023'])
  expect(names({ lateOn: '2023-02-01' })).toEqual(['Tháng 01/2023'])
  expect(names({ lateOn: '2024-01-01' })).toEqual(['Tháng 01/2023', 'Quý IV/2023'])
  expect(names({})).toHaveLength(4)
})
