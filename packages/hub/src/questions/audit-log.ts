import { instantText, say, UsageError } from '@cchc/domain'
import type { AuditHead } from '@cchc/store'
import { z } from 'zod'
import { page, pageOf } from './paging.ts'
import { defineQuestion } from './question.ts'

const Line = z
  .object({
    seq: z.int(),
    at: z.string(),
    who: z.string(),
    action: z.string().describe('The words of its command'),
    subject: z.string(),
    outcome: z.string(),
    digest: z.string(),
  })
  .meta({ id: 'AuditLine' })

const MOST = 100

/** Everything that was done, the newest first. */
export const auditLog = defineQuestion({
  command: 'audit log',
  path: '/v1/audit',
  scope: 'admin',
  tag: 'Operation',
  about: {
    en: 'what was done, by whom and to what, the newest first',
    vi: 'việc đã làm: ai làm, làm gì, với đối tượng nào; mới nhất trước',
  },
  parameters: z.strictObject(page),
  answer: pageOf(Line),
  async ask({ store }, { after, limit = MOST }) {
    const before = after === undefined ? {} : { before: positionOf(after) }
    const found = await store.listAuditEvents({ ...before, limit: limit + 1 })
    const items = found.slice(0, limit).map(({ previous: _, at, ...line }) => {
      return { ...line, at: instantText(at) }
    })
    const last = items.at(-1)
    return { items, next: found.length > limit && last ? String(last.seq) : null }
  },
})

const Head = z.object({ seq: z.int(), digest: z.string() })

/** The newest line by its number and digest, to be kept elsewhere. */
export const auditHead = defineQuestion({
  command: 'audit head',
  path: '/v1/audit/head',
  scope: 'admin',
  tag: 'Operation',
  about: {
    en: 'the newest line of the log by number and digest; keep it elsewhere and verify against it',
    vi: 'dòng mới nhất của nhật ký: số thứ tự và giá trị băm; lưu ở nơi khác để đối chiếu về sau',
  },
  parameters: z.strictObject({}),
  answer: z.object({ head: Head.nullable(), written: z.string().describe('As --head takes it') }),
  async ask({ store }) {
    const head = await store.auditHead()
    return { head, written: head ? `${head.seq}:${head.digest}` : '' }
  },
})

/** Whether the log stands as it was written: lines that were changed, removed, put in or cut off since a known head. */
export const auditVerification = defineQuestion({
  command: 'audit verify',
  scope: 'admin',
  about: {
    en: 'compute every digest of the log again; exit code 1 where a line was changed, removed or cut off',
    vi: 'tính lại toàn bộ giá trị băm của nhật ký; mã kết thúc 1 khi có dòng bị sửa, bị xóa hoặc bị cắt',
  },
  parameters: z.strictObject({
    head: z
      .string()
      .regex(/^\d{1,9}:[0-9a-f]{64}$/, say('must be as cchc audit head writes it').template)
      .optional()
      .meta({
        description: 'a line that was kept elsewhere, as cchc audit head writes it',
        vi: 'dòng đã lưu ở nơi khác, như cchc audit head ghi',
        placeholder: 'head',
      }),
  }),
  answer: z.object({
    sound: z.boolean(),
    lines: z.int(),
    head: Head.nullable(),
    faults: z.array(
      z.object({ seq: z.int(), fault: z.enum(['changed', 'removed', 'cut']), told: z.string() }),
    ),
  }),
  async ask({ store, words }, { head }) {
    const {
      lines,
      head: newest,
      faults,
    } = await store.checkAuditLog(head === undefined ? undefined : headOf(head))
    const told = faults.map((one) => ({ ...one, told: words(FAULTS[one.fault]) }))
    return { sound: faults.length === 0, lines, head: newest, faults: told }
  },
})

const FAULTS = {
  changed: say('this line is not as it was written'),
  removed: say('a line before this one was removed, put in or exchanged'),
  cut: say(
    'the line that was kept elsewhere is gone or another one: the log was cut off or made anew',
  ),
}

function headOf(written: string): AuditHead {
  const [seq = '', digest = ''] = written.split(':')
  return { seq: Number(seq), digest }
}

function positionOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError(
    say('{name} {message}.', {
      name: 'after',
      message: say('is not a cursor that a list gave out'),
    }),
    {
      faults: [{ path: 'after', message: say('is not a cursor that a list gave out') }],
    },
  )
}
