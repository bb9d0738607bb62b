import { addWorkingDays, Day } from '@cchc/domain'
import { dueList } from '@cchc/figures'
import { z } from 'zod'
import { dueScope } from '../reminders/due-scope.ts'
import { workingCalendar } from './calendar.ts'
import { missing, Named, NamedOrganisation, org, Rule, rule, wholeNumber } from './parts.ts'
import { defineQuestion } from './question.ts'

const MOST = 200

/** As of the end of which day dossiers are looked at. */
export const asOfDay = Day.optional().meta({
  description: 'as they stand at the end of this day (today unless told)',
  vi: 'tính đến hết ngày này (mặc định hôm nay)',
  placeholder: 'day',
})

const Group = Named.extend({ overdue: z.int(), dueSoon: z.int() })

const Listed = z
  .object({
    code: z.string(),
    kind: z.enum(['overdue', 'dueSoon']),
    organisation: Named,
    procedure: Named.nullable().describe('null = the source states none'),
    dueOn: z.string().describe('The due day as the source states it'),
    daysLate: z.int().describe('Calendar days since the due day; below zero = still to come'),
  })
  .meta({ id: 'DueDossier' })

/** The worklist of an organisation: dossiers that are overdue, and those that will be within some working days. */
export const due = defineQuestion({
  command: 'due',
  scope: 'figures:read',
  path: '/v1/due',
  tag: 'Figures',
  takesLong: true,
  about: {
    en: 'dossiers that are overdue, or due within some working days: codes, procedures and due days',
    vi: 'hồ sơ quá hạn hoặc sắp đến hạn trong số ngày làm việc tới: mã hồ sơ, thủ tục, ngày hẹn trả',
  },
  parameters: z.strictObject({
    org,
    day: asOfDay,
    within: wholeNumber({ min: 0, max: 30 })
      .optional()
      .meta({
        description: 'due within so many working days (alerts.digests.dueWithin unless told)',
        vi: 'đến hạn trong bấy nhiêu ngày làm việc tới (mặc định alerts.digests.dueWithin)',
        placeholder: 'days',
        wrong: {
          en: 'must be a whole number from 0 to 30',
          vi: 'phải là số nguyên từ 0 đến 30',
        },
      }),
    kind: z
      .enum(['overdue', 'dueSoon'])
      .optional()
      .meta({
        description: 'list only overdue or only dueSoon; both are counted',
        vi: 'chỉ liệt kê overdue (quá hạn) hoặc dueSoon (sắp đến hạn); vẫn đếm cả hai',
        placeholder: 'kind',
        wrong: { en: 'must be overdue or dueSoon', vi: 'phải là overdue hoặc dueSoon' },
      }),
    procedure: z.string().min(1).max(60).optional().meta({
      description: 'only of the procedure with this code',
      vi: 'chỉ thủ tục có mã này',
      placeholder: 'code',
    }),
    dueFrom: Day.optional().meta({
      description: 'only what is due from this day on',
      vi: 'chỉ hồ sơ hẹn trả từ ngày này',
      placeholder: 'day',
    }),
    dueTo: Day.optional().meta({
      description: 'only what is due until this day, also where that is later than within says',
      vi: 'chỉ hồ sơ hẹn trả đến ngày này, kể cả khi muộn hơn mức within',
      placeholder: 'day',
    }),
    most: wholeNumber({ min: 1, max: 10_000 })
      .optional()
      .meta({
        description: `list so many at most, those due first (${MOST} unless told)`,
        vi: `liệt kê nhiều nhất bấy nhiêu hồ sơ, hạn sớm nhất trước (mặc định ${MOST})`,
        placeholder: 'count',
        wrong: {
          en: 'must be a whole number from 1 to 10000',
          vi: 'phải là số nguyên từ 1 đến 10000',
        },
      }),
    rule,
  }),
  answer: z
    .object({
      organisation: NamedOrganisation.nullable(),
      day: z.string(),
      lastDay: z.string().describe('The last day on which a dossier is due soon'),
      rule: Rule,
      overdue: z.int().nullable().describe('null = not known: nothing of it was read'),
      dueSoon: z.int().nullable(),
      units: z.array(Group).describe('Those with most overdue first'),
      procedures: z.array(Group),
      items: z.array(Listed),
      leftOut: z.int().describe('How many that are meant are not listed'),
      missing,
    })
    .meta({ id: 'DueDossiers', description: 'What is due, counted and listed' }),
  async ask(hub, asked) {
    const { kind, procedure, dueFrom, dueTo, most = MOST } = asked
    const { store, isKnown, day, ...told } = await dueScope(hub, asked)
    const { within = hub.config.alerts.digests.dueWithin } = asked
    const soon = addWorkingDays(day, { count: within, calendar: workingCalendar(hub.config) })
    const lastDay = dueTo !== undefined && dueTo > soon ? dueTo : soon
    const { organisation, rule } = told
    const wanted = { kind, procedure, dueFrom, dueTo, most }
    const query = { organisation: organisation?.code, day, lastDay, rule: rule.id, ...wanted }
    const { overdue, dueSoon, ...found } = await dueList(store, query)
    return {
      ...{ ...told, day, lastDay },
      overdue: isKnown ? overdue : null,
      dueSoon: isKnown ? dueSoon : null,
      ...found,
    }
  },
})
