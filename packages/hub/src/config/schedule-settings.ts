import { issueOf, say } from '@cchc/domain'
import { z } from 'zod'
import { type Hours, readHours } from '../schedules/hours.ts'
import { RECENT_PERIODS, type RecentPeriod } from '../schedules/recent-period.ts'
import { patternFault } from '../schedules/slots.ts'
import { SourceId } from './source-id.ts'

const UNITS = { s: 1000, m: 60_000, h: 3_600_000 } as const

const Jitter = z
  .string()
  .regex(/^\d{1,3}[smh]$/, say('write a time such as 30s, 10m or 2h').template)
  .default('0s')
  .describe(
    'By how much a slot may be put off, so that not all provinces ask at once: 10m / Khoảng trễ ngẫu nhiên tối đa',
  )

const Pattern = z
  .string()
  .max(120)
  .superRefine((pattern, context) => {
    const reason = patternFault(pattern)
    if (reason === undefined) return
    const fault = say('is no time of cron such as {example}: {reason}', {
      example: '15 2 * * *',
      reason,
    })
    context.addIssue(issueOf(fault))
  })
  .describe(
    'Minute, hour, day, month, weekday in Vietnam; "15 2 * * *" = 02:15 every day / Phút, giờ, ngày, tháng, thứ theo giờ Việt Nam',
  )

const Between = z
  .string()
  .refine((text) => readHours(text) !== undefined, say('write hours such as 22:00-06:00').template)
  .describe(
    'Hours in which it may begin and go on; a run ends at a page when they are over / Khung giờ được phép chạy',
  )

/** What is done at the slots of a schedule. */
export type ScheduledWork =
  | { readonly kind: 'sync'; readonly sources: 'all' | readonly string[]; readonly full: boolean }
  | {
      readonly kind: 'report'
      readonly template: string
      readonly org: string | undefined
      readonly period: RecentPeriod
      /** The folder; created where it does not exist. */
      readonly to: string
      readonly formats: readonly ScheduledFormat[]
      readonly partial: boolean
    }

const FORMATS = ['xlsx', 'docx', 'csv', 'md', 'json'] as const
type ScheduledFormat = (typeof FORMATS)[number]

/** `once` = one slot for all that were missed, `each` = each of them, `skip` = none. */
export type Missed = 'once' | 'each' | 'skip'

/** When something is done by itself, and what. */
export interface Schedule {
  /** A pattern of cron, in Asia/Ho_Chi_Minh. */
  readonly at: string
  readonly jitterMs: number
  readonly between: Hours | undefined
  readonly missed: Missed
  readonly work: ScheduledWork
}

const Written = z.object({
  sync: z
    .union([z.literal('all'), z.array(SourceId).min(1).max(100)])
    .optional()
    .describe('The sources that are read, or all / Các nguồn được đọc, hoặc all'),
  full: z.boolean().default(false).describe('Of sync: everything is read again / Đọc lại toàn bộ'),
  report: z
    .string()
    .min(1)
    .max(80)
    .optional()
    .describe('The form that is written / Biểu mẫu được lập'),
  org: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .describe('Of report: its organisation; the configured one unless told / Đơn vị báo cáo'),
  period: z
    .enum(RECENT_PERIODS)
    .optional()
    .describe('Of report: as of the day of the slot / Kỳ báo cáo tính theo ngày chạy'),
  to: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .describe('Of report: the folder, relative to this file / Thư mục nhận báo cáo'),
  formats: z
    .array(z.enum(FORMATS))
    .min(1)
    .max(5)
    .optional()
    .describe('Of report: xlsx unless told'),
  partial: z
    .boolean()
    .default(false)
    .describe(
      'Of report: also figures of which only a part is known / Cả số liệu mới biết một phần',
    ),
  at: Pattern,
  jitter: Jitter,
  between: Between.optional(),
  missed: z
    .enum(['once', 'each', 'skip'])
    .optional()
    .describe(
      'Slots at which nobody was at work: done once for all (sync unless told), each (report unless told) or skip / Lần chạy bị lỡ',
    ),
})
type Written = z.output<typeof Written>

/** A schedule as it is written in the configuration; says what belongs to which kind of work. */
export const ScheduleSettings = Written.superRefine((written, context) => {
  for (const [path, message] of faultsOfKind(written)) context.addIssue(issueOf(message, [path]))
}).transform(scheduleOf)

const OF_REPORTS = ['org', 'period', 'to', 'formats'] as const

function faultsOfKind(written: Written) {
  const { sync, report, full, partial, period, to } = written
  if ((sync === undefined) === (report === undefined)) {
    return [['sync', say('write either sync or report')] as const]
  }
  if (report === undefined) {
    const stray = OF_REPORTS.filter((name) => written[name] !== undefined)
    return [...stray, ...(partial ? (['partial'] as const) : [])].map(
      (name) => [name, say('belongs to report only')] as const,
    )
  }
  const missing = { period, to }
  return [
    ...(full ? [['full', say('belongs to sync only')] as const] : []),
    ...(['period', 'to'] as const)
      .filter((name) => missing[name] === undefined)
      .map((name) => [name, say('is required for a report')] as const),
  ]
}

function scheduleOf(written: Written): Schedule {
  const { at, jitter, between, missed, report } = written
  const unit = UNITS[jitter.at(-1) as keyof typeof UNITS]
  return {
    at,
    jitterMs: Number.parseInt(jitter, 10) * unit,
    between: between === undefined ? undefined : readHours(between),
    missed: missed ?? (report === undefined ? 'once' : 'each'),
    work: workOf(written),
  }
}

function workOf(written: Written): ScheduledWork {
  const { sync = 'all', full, report, org, period = 'last-month', to = '.', partial } = written
  if (report === undefined) return { kind: 'sync', sources: sync, full }
  const { formats = ['xlsx'] } = written
  return { kind: 'report', template: report, org, period, to, formats, partial }
}
