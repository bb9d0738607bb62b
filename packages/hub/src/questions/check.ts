import { PrintedAudit, printAudit } from '@cchc/audit'
import { z } from 'zod'
import { file } from '../actions/entering.ts'
import { checkOf } from './check-report.ts'
import { org, period } from './parts.ts'
import { defineQuestion } from './question.ts'

/** Audits a filled report that is handed in; nothing of it is kept. UsageError for a file that cannot be read. */
export const check = defineQuestion({
  scope: 'figures:read',
  path: '/v1/check',
  tag: 'Reports',
  takesLong: true,
  files: ['file', 'narrative', 'previous'],
  about: {
    en: 'audit a filled report (xlsx, docx, xls, ods, odt, csv, json) for defects',
    vi: 'soát lỗi một báo cáo đã điền (xlsx, docx, xls, ods, odt, csv, json)',
  },
  parameters: z.strictObject({
    file,
    narrative: file.optional().meta({
      description: 'JSON: figures that the text of the report states, or its task table',
      vi: 'JSON: số liệu nêu trong lời văn của báo cáo, hoặc bảng nhiệm vụ',
    }),
    previous: file.optional().meta({
      description: 'the report of the period before',
      vi: 'báo cáo của kỳ trước',
    }),
    org: org.meta({
      ...org.meta(),
      description: 'with period: the organisation whose stored figures it is held against',
      vi: 'cùng với period: đơn vị có số liệu đã lưu để đối chiếu',
    }),
    period: period.optional().meta({
      ...period.meta(),
      description: 'holds it against the stored figures of this period, such as 2023-H1',
      vi: 'đối chiếu với số liệu đã lưu của kỳ này, ví dụ 2023-H1',
    }),
  }),
  answer: PrintedAudit.extend({
    unread: z.array(z.string()).optional().describe('What of the files was not read'),
    notUnderstood: z
      .array(z.string())
      .optional()
      .describe('Tables and columns that were not understood: nothing in them was judged'),
    missing: z
      .array(z.string())
      .optional()
      .describe('What of the stored figures no source has read'),
  }).meta({ id: 'Check', description: 'Findings; nothing was stored' }),
  async ask(hub, { org: named = hub.config.reporting.organisation, period: of, ...files }) {
    const against = of !== undefined && named !== undefined ? { org: named, period: of } : undefined
    const { unread, notUnderstood, missing, ...result } = await checkOf(hub, { ...files, against })
    return {
      ...printAudit(result),
      ...(unread && { unread: unread.map(hub.words) }),
      ...(notUnderstood && { notUnderstood: notUnderstood.map(hub.words) }),
      ...(missing?.length && { missing: [...missing] }),
    }
  },
})
