import {
  Day,
  dayNumberOf,
  dayText,
  FilledReport,
  OrganisationLevel,
  Plan,
  PlanTask,
  parsePeriod,
  say,
  tasksToLookAfter,
  UsageError,
} from '@cchc/domain'
import { z } from 'zod'
import { requireDocument } from '../entered/documents.ts'
import { EnteredDocument } from '../entered/shapes.ts'
import { org, planYear } from './parts.ts'
import { defineQuestion } from './question.ts'

/**
 * The tasks of a plan as they stand today, or those not done whose last day is `dueBy` or before, or those late on a
 * day. NotFoundError when no plan of that year was entered.
 */
export const plan = defineQuestion({
  command: 'plan list',
  scope: 'figures:read',
  path: '/v1/plans/{year}',
  tag: 'Entered by people',
  about: {
    en: 'tasks as they stand today, or what is due or late on a day',
    vi: 'tình trạng nhiệm vụ hôm nay, hoặc việc đến hạn, quá hạn vào một ngày',
  },
  parameters: z.strictObject({
    org,
    year: planYear,
    dueBy: Day.optional().meta({
      description: 'tasks not done whose last day is this one or before, such as 2023-09-30',
      vi: 'việc chưa xong có hạn cuối là ngày này hoặc trước đó, ví dụ 2023-09-30',
      placeholder: 'day',
    }),
    lateOn: Day.optional().meta({
      description: 'tasks that are late on this day',
      vi: 'việc quá hạn vào ngày này',
      placeholder: 'day',
    }),
  }),
  answer: EnteredDocument.extend({
    title: z.string(),
    on: z.string(),
    tasks: z.array(
      z.object({
        task: PlanTask,
        state: z.enum(['done', 'done_late', 'late', 'due', 'standing', 'open']),
        dueOn: z.string().nullable(),
        finishedOn: z.string().nullable(),
      }),
    ),
  }).meta({
    id: 'Plan',
    description: 'Tasks with their states; all of them unless a day is asked for',
  }),
  async ask(hub, asked) {
    const { dueBy, lateOn } = asked
    if (dueBy !== undefined && lateOn !== undefined) {
      const message = say('cannot be asked for together with dueBy')
      throw new UsageError(say('The days cannot be used.'), {
        faults: [{ path: 'lateOn', message }],
      })
    }
    const { stored, about } = await requireDocument(hub, 'plan', asked)
    const today = dayText(dayNumberOf(hub.now()))
    const kept = Plan.parse(stored.content)
    const days = { ...(dueBy ? { dueBy } : {}), ...(lateOn ? { lateOn } : {}) }
    const tasks = tasksToLookAfter(kept, { ...days, today })
    return { ...about, title: kept.title, on: lateOn ?? dueBy ?? today, tasks }
  },
})

/** The task table (Phụ lục I) of a plan in the form of a report. */
export const planReport = defineQuestion({
  command: 'plan report',
  path: '/v1/plans/{year}/report',
  tag: 'Entered by people',
  scope: 'figures:read',
  about: {
    en: 'write the task table (Phụ lục I) with its results',
    vi: 'ghi bảng nhiệm vụ (Phụ lục I) kèm kết quả thực hiện',
  },
  parameters: z.strictObject({ org, year: planYear }),
  answer: FilledReport,
  async ask(hub, asked) {
    const { planReport: filled } = await import('@cchc/files/entered')
    const { stored, level } = await requireDocument(hub, 'plan', asked)
    const kept = Plan.parse(stored.content)
    return filled(kept, {
      province: null,
      agency: kept.agency,
      organisationCode: stored.organisation,
      level: OrganisationLevel.parse(level),
      period: parsePeriod(String(kept.year), { day: hub.config.reporting.cutOffDay }),
      issuedOn: null,
      reportNumber: null,
    })
  },
})
