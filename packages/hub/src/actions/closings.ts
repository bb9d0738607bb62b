import { z } from 'zod'
import { closePeriod as close, reopenPeriod as reopen } from '../periods/closings.ts'
import { Period } from '../periods/shapes.ts'
import { org, period } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { doneBy as by } from './entering.ts'

/** Freezes the figures of a period that is over. UsageError when it is not, or is closed already. */
export const closePeriod = defineAction({
  command: 'period close <PERIOD>',
  scope: 'close',
  http: {
    method: 'put',
    path: '/v1/periods/{period}/closing',
    query: ['org'],
    body: ['by', 'note'],
  },
  tag: 'Periods',
  about: {
    en: 'freeze the figures of a period that is over',
    vi: 'chốt số liệu của một kỳ đã kết thúc',
  },
  parameters: z.strictObject({
    period,
    org,
    by,
    note: z.string().optional().meta({
      description: 'remark that is kept with it',
      vi: 'ghi chú lưu kèm',
      placeholder: 'text',
    }),
  }),
  answer: Period.extend({
    warnings: z.array(z.string()).describe('What speaks against having closed it'),
  }),
  act: close,
})

/** Lets today's figures show again. UsageError without a reason, or when the period is not closed. */
export const reopenPeriod = defineAction({
  command: 'period reopen <PERIOD>',
  scope: 'close',
  http: {
    method: 'put',
    path: '/v1/periods/{period}/reopening',
    query: ['org'],
    body: ['reason', 'by'],
  },
  tag: 'Periods',
  about: {
    en: 'let what is known now show again',
    vi: 'mở lại kỳ để hiện số liệu mới nhất',
  },
  parameters: z.strictObject({
    period,
    org,
    reason: z.string().meta({
      description: 'why it is reopened',
      vi: 'lý do mở lại',
      placeholder: 'text',
    }),
    by,
  }),
  answer: Period,
  act: reopen,
})
