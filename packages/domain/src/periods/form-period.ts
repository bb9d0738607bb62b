import { z } from 'zod'
import { type Catalogue, type Message, say } from '../messages/say.ts'
import type { ReportingPeriod } from '../reporting-period.ts'

/** For which periods (kỳ báo cáo) a form is made by its document. */
export const FormPeriod = z.enum(['week', 'month', 'quarter', 'half', 'nine_months', 'year'])
export type FormPeriod = z.output<typeof FormPeriod>

const NAMES: Readonly<Record<FormPeriod, Message>> = {
  week: say('weeks'),
  month: say('months'),
  quarter: say('quarters'),
  half: say('half-years'),
  nine_months: say('nine months'),
  year: say('years'),
}

/** That a form is not made for periods such as the one asked for; undefined where it is, where it is not known, and for days without a name. */
export function notMadeFor(
  name: string,
  { kinds, kind }: { kinds?: readonly FormPeriod[] | undefined; kind: ReportingPeriod['kind'] },
): Message | undefined {
  if (kinds === undefined || kind === 'custom' || kinds.includes(kind)) return undefined
  const periods = kinds
    .map((one) => NAMES[one])
    .reduceRight((others, one) => say('{one}, {others}', { one, others }))
  return say('{name} is made for: {periods}.', { name, periods })
}

/** The same in reports. */
export const FORM_PERIODS_VIETNAMESE: Catalogue = {
  '{name} is made for: {periods}.': '{name} là biểu lập theo: {periods}.',
  '{one}, {others}': '{one}, {others}',
  weeks: 'tuần',
  months: 'tháng',
  quarters: 'quý',
  'half-years': '6 tháng',
  'nine months': '9 tháng',
  years: 'năm',
}
