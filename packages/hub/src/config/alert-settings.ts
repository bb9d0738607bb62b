import { issueOf, OrganisationCode, say } from '@cchc/domain'
import { z } from 'zod'
import { isLoopback } from '../access/loopback.ts'
import { ALERT_IDS } from '../alerts/alert-ids.ts'
import { suggestion } from '../near.ts'
import { readHours } from '../schedules/hours.ts'
import { SourceId } from './source-id.ts'

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

const Clock = z.string().regex(CLOCK, say('write a time of day such as "07:30"').template)

const Address = z.email().max(320)

/** In seconds; shorter than a message is held by whoever delivers it. */
const timeoutSeconds = z
  .number()
  .min(1)
  .max(60)
  .default(20)
  .describe('After so long an attempt has failed / Quá thời gian này thì coi là gửi không được')

const tells = z
  .array(z.enum(['changes', 'weekly']))
  .default(['changes', 'weekly'])
  .describe(
    'What it is told beside the digests of units: changes of state, the weekly report / Ngoài bản tổng hợp của đơn vị còn nhận: thay đổi trạng thái (changes), tin hằng tuần (weekly)',
  )

const Webhook = z.object({
  kind: z.literal('webhook'),
  tells,
  url: z
    .url({ protocol: /^https?$/ })
    .meta({ maySecret: true })
    .describe(
      'Gets each message by POST as JSON; redirects are not followed / Nhận từng tin bằng POST, dạng JSON; không theo chuyển hướng',
    ),
  secret: z
    .string()
    .min(16)
    .optional()
    .meta({ secret: true })
    .describe(
      'Signs what is sent (HMAC SHA-256, header X-CCHC-Signature) / Khóa ký nội dung gửi đi (HMAC SHA-256, tiêu đề X-CCHC-Signature)',
    ),
  timeoutSeconds,
})

const Mail = z.object({
  kind: z.literal('mail'),
  tells,
  host: z.string().min(1).max(253).describe('Mail server (SMTP) / Máy chủ thư (SMTP)'),
  port: z.int().min(1).max(65_535).default(587),
  tls: z
    .enum(['starttls', 'implicit', 'none'])
    .default('starttls')
    .describe(
      'starttls = required on port 587, implicit = from the first byte (465), none = only for a server on this machine / starttls = bắt buộc (cổng 587), implicit = mã hóa từ đầu (465), none = chỉ dùng cho máy chủ trên cùng máy',
    ),
  username: z.string().min(1).max(320).optional(),
  password: z.string().min(1).optional().meta({ secret: true }),
  ca: z
    .string()
    .optional()
    .meta({ maySecret: true })
    .describe(
      'Certificate of an authority of your own, as PEM / Chứng thư của cơ quan chứng thực riêng, dạng PEM',
    ),
  from: Address.describe('Who sends / Địa chỉ gửi'),
  to: z.array(Address).min(1).max(100).describe('Who gets it / Các địa chỉ nhận'),
  timeoutSeconds,
})

const Command = z.object({
  kind: z.literal('command'),
  tells,
  command: z
    .array(z.string().min(1).max(1000))
    .min(1)
    .max(50)
    .describe(
      'A program and its words; it gets each message as JSON on its input, ends with 0 when it is told, and is started without a shell / Chương trình và các tham số; nhận từng tin dạng JSON ở đầu vào, kết thúc với mã 0 khi đã báo; không chạy qua shell',
    ),
  env: z
    .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/))
    .max(50)
    .default(['PATH'])
    .describe(
      'Names of the environment variables that it may see / Tên các biến môi trường mà chương trình được thấy',
    ),
  timeoutSeconds,
})

const Channel = z
  .discriminatedUnion('kind', [Webhook, Mail, Command])
  .refine((one) => one.kind !== 'mail' || one.tls !== 'none' || isLoopback(one.host), {
    path: ['tls'],
    message: say('mail to another machine is encrypted: starttls or implicit').template,
  })
/** Whom and how to tell. */
export type Channel = z.output<typeof Channel>

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

const Unit = z.object({
  org: OrganisationCode,
  channel: SourceId,
  to: z
    .array(Address)
    .min(1)
    .max(100)
    .optional()
    .describe(
      'Who gets it instead of those of the channel; of mail alone / Địa chỉ nhận thay cho địa chỉ của kênh; chỉ với thư điện tử',
    ),
})

const Digests = z.object({
  at: Clock.default('07:30').describe(
    'When, on working days, in Vietnam’s time / Giờ gửi trong ngày làm việc, giờ Việt Nam',
  ),
  dueWithin: z
    .int()
    .min(0)
    .max(30)
    .default(3)
    .describe(
      'Working days from today within which a dossier is due soon / Số ngày làm việc tới để coi là sắp đến hạn',
    ),
  by: z
    .enum(['procedure', 'field'])
    .default('procedure')
    .describe('What counts are split by / Chia số lượng theo thủ tục hay lĩnh vực'),
  codes: z
    .int()
    .min(0)
    .max(500)
    .default(50)
    .describe(
      'At most so many codes of dossiers are listed / Liệt kê nhiều nhất bấy nhiêu mã hồ sơ',
    ),
  units: z.array(Unit).max(5000).default([]),
})

/** Who is told of what, when. */
export const AlertSettings = z
  .object({
    language: z.enum(['vi', 'en']).default('vi'),
    channels: z
      .record(SourceId, Channel)
      .default({})
      .describe('Whom and how to tell, by a name of yours / Báo cho ai, bằng cách nào'),
    without: z
      .array(z.enum(ALERT_IDS))
      .default([])
      .describe('What is not told / Những điều không cần báo'),
    refusedAbove: z
      .int()
      .min(0)
      .default(100)
      .describe(
        'Refused records of a source beyond which it is told / Số bản ghi bị từ chối của một nguồn vượt mức này thì báo',
      ),
    endsWithinDays: z
      .int()
      .min(1)
      .max(366)
      .default(90)
      .describe(
        'How long before its end a form, a rule or the calendar is told / Báo trước bao nhiêu ngày khi biểu mẫu, quy tắc đếm hoặc lịch sắp hết',
      ),
    settleMinutes: z
      .number()
      .min(0)
      .max(1440)
      .default(30)
      .describe(
        'What comes back sooner was not gone: nothing is told of it / Hết rồi lại có trong khoảng này thì coi là chưa hết, không báo',
      ),
    quietHours: z
      .string()
      .refine(
        (text) => readHours(text) !== undefined,
        say('write hours such as 22:00-06:00').template,
      )
      .optional()
      .describe(
        'Nothing is sent then; it is told together afterwards, in Vietnam’s time / Trong giờ này không gửi gì, sau đó báo gộp; giờ Việt Nam',
      ),
    weekly: z
      .object({ day: z.enum(WEEKDAYS).default('monday'), at: Clock.default('08:00') })
      .optional()
      .describe(
        'A message every week: all is well, or what still holds / Tin hằng tuần: mọi việc bình thường, hoặc những điều còn tồn tại',
      ),
    digests: Digests.prefault({}).describe(
      'Dossiers overdue and due soon, to each unit / Hồ sơ quá hạn và sắp đến hạn, gửi từng đơn vị',
    ),
  })
  .superRefine(({ channels, digests }, context) => {
    for (const [index, unit] of digests.units.entries()) {
      const fault = unitFault(unit, channels)
      if (!fault) continue
      const { at, message } = fault
      context.addIssue(issueOf(message, ['digests', 'units', index, at]))
    }
  })
export type AlertSettings = z.output<typeof AlertSettings>

function unitFault(unit: z.output<typeof Unit>, channels: Readonly<Record<string, Channel>>) {
  const channel = channels[unit.channel]
  if (!channel) {
    const meant = suggestion(unit.channel, Object.keys(channels))
    return { at: 'channel', message: say('no such channel. {meant}', { meant }) }
  }
  if (unit.to === undefined || channel.kind === 'mail') return undefined
  return { at: 'to', message: say('belongs to mail alone') }
}
