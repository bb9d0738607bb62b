import {
  CalendarDay,
  Day,
  DRIFT_POLICIES,
  issueOf,
  MinistrySystem,
  messageOf,
  OrganisationCode,
  OrganisationLevel,
  Succession,
  say,
  successionFaults,
} from '@cchc/domain'
import { z } from 'zod'
import { isLoopback } from '../access/loopback.ts'
import { TokenSettings } from '../access/token-settings.ts'
import { AlertSettings } from './alert-settings.ts'
import { LetterSettings } from './letter-settings.ts'
import { LogSettings } from './log-settings.ts'
import { MetricsSettings } from './metrics-settings.ts'
import { ScheduleSettings } from './schedule-settings.ts'
import { SourceId } from './source-id.ts'
import { TraceSettings } from './trace-settings.ts'

const GateSettings = z
  .object({
    volume: z
      .number()
      .min(0)
      .max(1)
      .default(0.7)
      .describe(
        'Share of the records of a stream that must remain of the most that it held; 0 = not judged / Tỷ lệ bản ghi tối thiểu phải còn so với lúc nhiều nhất; 0 = không xét',
      ),
    freshnessDays: z
      .number()
      .positive()
      .max(3660)
      .nullable()
      .default(14)
      .describe(
        'Days after which the newest dossier is too old, of a source that had fresh ones; null = not judged / Số ngày mà hồ sơ mới nhất bị coi là quá cũ; null = không xét',
      ),
    late: z
      .number()
      .min(0)
      .max(1)
      .default(0.2)
      .describe(
        'By how much the share of late dossiers may rise, at once or within thirty days, 0.2 = 20 points; 1 = not judged / Tỷ lệ trễ hạn được phép tăng, đột ngột hoặc trong ba mươi ngày, 0.2 = 20 điểm phần trăm; 1 = không xét',
      ),
    identities: z
      .boolean()
      .default(true)
      .describe(
        'Whether stated rows must keep the identities of Form II.06 / Số liệu do nguồn cung cấp có phải đúng cân đối của Biểu II.06 không',
      ),
  })
  .describe(
    'Limits beyond which new figures wait for a person / Giới hạn mà vượt quá thì số liệu mới phải chờ người chấp nhận',
  )

/** What every source says, whatever its connector. */
export const SourceSettings = z.object({
  connector: z.string().describe('Which kind of portal this is'),
  maxAgeHours: z
    .number()
    .positive()
    .max(24 * 366)
    .default(24)
    .describe(
      'A stream that was not read whole, or of which nothing came, for longer than this is stale',
    ),
  gate: z
    .union([z.literal('off'), GateSettings])
    .prefault({})
    .describe(
      'off = whatever a source brings counts at once / off = mọi dữ liệu nguồn gửi về được tính ngay',
    ),
  drift: z
    .enum(DRIFT_POLICIES)
    .default('evolve')
    .describe(
      'Records that look otherwise than before: evolve = told and taken, freeze = the stream stops where a known field changed, discard = records with new or changed fields are refused',
    ),
  ministry: MinistrySystem.optional().describe(
    "That this is a ministry's central system, beside the one-stop system of the province",
  ),
  movedTo: SourceId.optional().describe(
    'The source into which its dossiers were moved, such as those of a province that became part of another: one that both hold counts once, as that source has it / Nguồn đã nhận chuyển hồ sơ của nguồn này (như hệ thống của tỉnh đã sáp nhập): hồ sơ có ở cả hai chỉ tính một lần, theo nguồn nhận',
  ),
})

const Store = z.object({
  url: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, say('write sqlite:PATH or postgres://…').template)
    .default('sqlite:cchc.db')
    .meta({ maySecret: true })
    .describe('sqlite:PATH (relative to this file) or postgres://…, or a reference to a secret'),
})

const Sync = z.object({
  commitRows: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(10_000)
    .describe('Pages are committed together up to so many records'),
  commitSeconds: z
    .number()
    .min(0)
    .max(600)
    .default(2)
    .describe('… or when the first of them has waited for so long'),
  backfillWorkers: z
    .int()
    .min(1)
    .max(64)
    .default(1)
    .describe(
      'So many processes read a long reading of a source at once, by windows of days; 1 = nothing is split. No more than http.concurrency of the source: they share what it may be asked / Số tiến trình cùng đọc một lần đọc dài theo từng khoảng ngày; 1 = không chia',
    ),
})

const Reporting = z.object({
  cutOffDay: z
    .int()
    .min(1)
    .max(31)
    .default(14)
    .describe('Last day of a reporting month (NĐ 09/2019/NĐ-CP: from the 15th to the 14th)'),
  organisation: OrganisationCode.optional().describe('The organisation that reports are made for'),
  templates: z
    .string()
    .min(1)
    .optional()
    .describe('A folder of report forms of your own, relative to this file; each .json is one'),
})

const Gateway = z
  .object({
    host: z.string().min(1).default('127.0.0.1'),
    port: z.int().min(0).max(65_535).default(8080),
    apiKey: z.string().min(16).optional().meta({ secret: true }),
    cors: z
      .array(
        z
          .string()
          .regex(
            /^https?:\/\/[^/\s]+$/,
            say('write an origin such as https://dashboard.example.gov.vn').template,
          ),
      )
      .max(50)
      .default([])
      .describe('Origins whose web pages may ask; none unless named'),
    requestsPerMinute: z
      .int()
      .min(1)
      .max(1_000_000)
      .default(600)
      .describe('How often each key may ask within a minute'),
    smallCells: z
      .int()
      .min(2)
      .max(1000)
      .default(5)
      .describe(
        'Counts of dossiers from 1 to below this are not shown to public keys / Số đếm hồ sơ từ 1 đến dưới mức này không hiện cho khóa công khai',
      ),
    behindProxy: z
      .boolean()
      .default(false)
      .describe(
        'A proxy stands before it and puts the address of whoever asks last into X-Forwarded-For',
      ),
    oidc: TokenSettings.optional().describe(
      'Whose tokens are taken beside keys (OpenID Connect) / Nhận mã truy cập của hệ thống đăng nhập',
    ),
  })
  .refine(({ host, apiKey, oidc }) => Boolean(apiKey ?? oidc) || isLoopback(host), {
    path: ['host'],
    message: say(
      'needs an apiKey or oidc when others than this machine can reach it; 127.0.0.1 needs none',
    ).template,
  })

const OrganisationOverride = z
  .object({
    name: z.string().min(1).max(300).optional(),
    level: OrganisationLevel.optional(),
    validFrom: Day.optional().describe('Its first day, where it was founded'),
    validTo: Day.optional().describe('Its last day, where it was abolished'),
    formerNames: z
      .array(z.object({ name: z.string().min(1).max(300), validTo: Day }))
      .optional()
      .describe('Names under the same code, each with its last day'),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, {
    path: ['validTo'],
    message: say('must not be before validFrom').template,
  })
export type OrganisationOverride = z.output<typeof OrganisationOverride>

/** Days that an office adds to the published calendar, or states otherwise than it. */
const Calendar = z.object({
  days: z
    .array(CalendarDay.partial({ basis: true, verified: true }))
    .default([])
    .describe(
      'Holidays and swapped days beside the published ones; the same day again replaces one',
    ),
})

/** Checked as a whole, since one succession can contradict another. */
const SuccessionList = z.array(Succession).superRefine((successions, context) => {
  for (const { path, message } of successionFaults(successions)) {
    const [, index, ...rest] = path.split('.')
    context.addIssue(issueOf(messageOf(message), [Number(index), ...rest]))
  }
})

/** Everything in a configuration file but what belongs to single connectors. */
export const HubSettings = z.object({
  connectors: z
    .array(z.string().trim().min(1).max(300))
    .max(50)
    .default([])
    .describe(
      'Connectors that are no part of the hub: names of packages, or paths relative to this file',
    ),
  store: Store.prefault({}),
  sync: Sync.prefault({}),
  reporting: Reporting.prefault({}),
  gateway: Gateway.prefault({}),
  metrics: MetricsSettings.optional(),
  log: LogSettings.optional(),
  traces: TraceSettings.optional(),
  calendar: Calendar.prefault({}),
  alerts: AlertSettings.prefault({}).describe(
    'Who is told of what, when / Báo cho ai, về việc gì, khi nào',
  ),
  schedules: z
    .record(SourceId, ScheduleSettings)
    .default({})
    .describe('What cchc worker does by itself, and when / Lịch chạy tự động của cchc worker'),
  organisations: z
    .record(OrganisationCode, OrganisationOverride)
    .default({})
    .describe('Levels and names of organisations that portals do not state, or state wrongly'),
  letters: z
    .record(OrganisationCode, LetterSettings)
    .default({})
    .describe('What stands around reports, by organisation / Thể thức văn bản của từng đơn vị'),
  successions: SuccessionList.default([]).describe(
    'Which organisations took over from which, and when: renamed, merged, split or abolished',
  ),
})
export type HubSettings = z.output<typeof HubSettings>
