import { parseDay, say } from '@cchc/domain'
import { CITES, ofDay } from '../cited-place.ts'
import { defineAuditRule } from '../define-audit-rule.ts'
import { citedByCells } from '../meaning/citations.ts'
import { type ReportedTask, rowOfTask } from '../meaning/reported-task.ts'
import { whereIs } from '../phrases.ts'

const TASK_SAYS = {
  en: 'Task {no} “{task}” says {text}',
  vi: 'Nhiệm vụ {no} “{task}” ghi {text}',
} as const
const A_REAL_DAY = { en: 'a real day', vi: 'một ngày có thật' } as const

/** Days that are in no calendar. */
export const noSuchDay = defineAuditRule({
  id: 'no-such-day',
  kind: 'dates',
  severity: 'error',
  needs: ['table', 'tasks'],
  sentence: { en: '{what}: there is no such day.', vi: '{what}: không có ngày này trong lịch.' },
  phrases: [TASK_SAYS, A_REAL_DAY],
  examples: {
    wrong: '1 | Kế hoạch số 72/KH-BDT ngày 31/02/2023 | Kế hoạch | 1',
    right: '1 | Kế hoạch số 72/KH-BDT ngày 28/02/2023 | Kế hoạch | 1',
  },
  find: (context) => [
    ...citedByCells(context)
      .filter(({ citation }) => citation.day === undefined)
      .map(({ row, citation: { number, printedDate: date } }) => ({
        rows: [row],
        printed: ofDay(number, date),
        expected: say(A_REAL_DAY.en),
        values: { what: say(CITES.en, { where: whereIs(row), number, date }) },
      })),
    ...context.tasks.flatMap((task) =>
      impossibleDays(task).map((text) => ({
        rows: [rowOfTask(task)],
        printed: text,
        expected: say(A_REAL_DAY.en),
        values: { what: say(TASK_SAYS.en, { no: task.no, task: task.task, text }) },
      })),
    ),
  ],
})

const DAYS = /(?<![\d/])\d{1,2}\/\d{1,2}\/\d{4}(?![\d/])/g

/** What a task says with such a day: its deadline, and the documents that have no other date. */
function impossibleDays({ deadline, documents }: ReportedTask) {
  const undated = (documents ?? []).filter(({ date }) => !date)
  const told = [
    ...(typeof deadline === 'string' ? [{ text: deadline, days: deadline }] : []),
    ...undated.map(({ number, printedDate }) => {
      const date = printedDate ?? ''
      return { text: ofDay(number, date), days: `${number} ngày ${date}` }
    }),
  ]
  return told
    .filter(({ days }) => [...days.matchAll(DAYS)].some(([day]) => parseDay(day) === undefined))
    .map(({ text }) => text)
}
