import { dueWeeks as count } from '@cchc/figures'
import { z } from 'zod'
import { dueScope } from '../reminders/due-scope.ts'
import { asOfDay } from './due.ts'
import { missing, Named, NamedOrganisation, org, Rule, rule } from './parts.ts'
import { defineQuestion } from './question.ts'

/** So many weeks stand by themselves before and after that of the day. */
const WEEKS = { before: 6, after: 4 }

const Week = z.object({
  kind: z.enum(['overdue', 'dueSoon']),
  week: z.string().nullable().describe('Such as 2026-W10; null = all weeks before the others'),
  from: z.string().nullable().describe('First due day; null = without a bound'),
  to: z.string().nullable().describe('Last due day; null = without a bound'),
})

const Counts = z.object({
  counts: z.array(z.int()).describe('A number for each of weeks, in their order'),
  overdue: z.int(),
  dueSoon: z.int(),
})

/** Dossiers in process by unit and week of their due day: those that are overdue, and those that fall due. */
export const dueWeeks = defineQuestion({
  scope: 'figures:read',
  path: '/v1/due/weeks',
  tag: 'Figures',
  takesLong: true,
  about: {
    en: 'dossiers that are overdue or fall due, by unit and week of the due day',
    vi: 'hồ sơ quá hạn và đến hạn theo đơn vị và tuần hẹn trả',
  },
  parameters: z.strictObject({ org, day: asOfDay, rule }),
  answer: z
    .object({
      organisation: NamedOrganisation.nullable(),
      day: z.string(),
      rule: Rule,
      weeks: z.array(Week).describe('Those of what is overdue, then those of what falls due'),
      total: Counts.nullable().describe('null = not known: nothing of it was read'),
      units: z
        .array(Named.extend(Counts.shape))
        .describe('Units with something due, those with most overdue first'),
      missing,
    })
    .meta({ id: 'DueWeeks', description: 'What is due, by unit and week' }),
  async ask(hub, asked) {
    const { store, isKnown, ...told } = await dueScope(hub, asked)
    const { organisation, day, rule } = told
    const query = { organisation: organisation?.code, day, rule: rule.id, ...WEEKS }
    const { total, ...found } = await count(store, query)
    return { ...told, ...found, total: isKnown ? total : null }
  },
})
