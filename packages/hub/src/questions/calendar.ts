import {
  CalendarDay,
  PUBLISHED_CALENDAR,
  say,
  type WorkingCalendar,
  withCalendarDays,
} from '@cchc/domain'
import { z } from 'zod'
import type { HubSettings } from '../config/hub-settings.ts'
import { defineQuestion } from './question.ts'

/** Holidays and swapped days of a year, or of all years, as published and as configured. */
export const calendar = defineQuestion({
  command: 'calendar [YEAR]',
  scope: 'figures:read',
  forPublic: 'whole',
  path: '/v1/calendar',
  tag: 'Periods',
  about: {
    en: 'public holidays and swapped working days, with their sources',
    vi: 'ngày nghỉ lễ, ngày hoán đổi và làm bù, kèm căn cứ',
  },
  parameters: z.strictObject({
    year: z
      .string()
      .regex(/^\d{4}$/, say('must be a year such as 2026').template)
      .transform(Number)
      .optional()
      .meta({
        description: 'all years unless told',
        vi: 'mặc định tất cả các năm',
        placeholder: 'year',
      }),
  }),
  answer: z
    .object({
      years: z.array(z.int()).describe('Years of which the holidays are known'),
      days: z.array(CalendarDay),
    })
    .meta({ id: 'Calendar', description: 'Days that are not what their weekday says' }),
  async ask({ config }, { year }) {
    const { days, years } = workingCalendar(config)
    const isWanted = ({ day }: CalendarDay) => year === undefined || day.startsWith(`${year}-`)
    return { years, days: [...days.values()].filter(isWanted) }
  },
})

/** The published calendar with the days that the configuration adds. */
export function workingCalendar({
  calendar: { days },
}: Pick<HubSettings, 'calendar'>): WorkingCalendar {
  return withCalendarDays(PUBLISHED_CALENDAR, days.map(complete))
}

function complete(written: HubSettings['calendar']['days'][number]): CalendarDay {
  const { day, kind, name, basis = 'Cấu hình', verified = true } = written
  return { day, kind, name, basis, verified }
}
