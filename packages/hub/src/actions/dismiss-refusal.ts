import { z } from 'zod'
import { id } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { QuarantinedRecord, refusalAnswer } from '../sources/refusal-answer.ts'
import { entering } from './entering.ts'

/** Keeps that a refused record needs no valid version. UsageError when it is resolved or dismissed already. */
export const dismissRefusal = defineAction({
  command: 'quarantine dismiss <ID>',
  scope: 'sync:run',
  http: {
    method: 'put',
    path: '/v1/quarantine/{id}/dismissal',
    query: [],
    body: ['reason', 'by'],
  },
  tag: 'Operation',
  about: {
    en: 'keep that a refused record needs no correction, and why',
    vi: 'ghi nhận bản ghi bị từ chối không cần xử lý, kèm lý do',
  },
  parameters: z.strictObject({
    id,
    reason: z.string().trim().min(1).max(1000).meta({
      description: 'why it needs none; it is kept',
      vi: 'lý do không cần xử lý; được lưu lại',
      placeholder: 'text',
    }),
    by: entering.by,
  }),
  answer: QuarantinedRecord,
  act: async ({ store, words }, asked) =>
    refusalAnswer(
      await store.dismissRefusal(asked.id, { by: asked.by, reason: asked.reason }),
      words,
    ),
})
