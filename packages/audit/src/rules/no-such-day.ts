import { citedInCell, ofDay } from '../cited-place.ts'
import { citedByCells } from '../meaning/citations.ts'
import { type ReportedTask, rowOfTask } from '../meaning/reported-task.ts'
import { defineAuditRule, parseDay, phrase, say } from '../rule.ts'

const TASK_SAYS = phrase('Task {no} “{task}” says {text}', 'Nhiệm vụ {no} “{task}” ghi {text}')

/** Days that are in no calendar. */
export const noSuchDay = defineAuditRule({
  id: 'no-such-day',
  kind: 'dates',
  severity: 'error',
  needs: ['table', 'tasks'],
  en: '{what}: there is no such day.',
  vi: '{what}: không có ngày này trong lịch.',
  expected: phrase('a real day', 'một ngày có thật'),
  example: '1 | Kế hoạch số 72/KH-BDT ngày [31/02/2023 -> 28/02/2023] | Kế hoạch | 1',
  find: (context) => [
    ...citedByCells(context)
      .filter(({ citation }) => citation.day === undefined)
      .map(citedInCell),
    ...context.tasks.flatMap((task) =>
      impossibleDays(task).map((text) => ({
        places: [rowOfTask(task)],
        printed: text,
        what: say(TASK_SAYS, { no: task.no, task: task.task, text }),
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
      const date = printedDate?.trim() ?? ''
      return { text: date === '' ? number : ofDay(number, date), days: `${number} ngày ${date}` }
    }),
  ]
  return told
    .filter(({ days }) => [...days.matchAll(DAYS)].some(([day]) => parseDay(day) === undefined))
    .map(({ text }) => text)
}
