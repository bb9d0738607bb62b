import { z } from 'zod'
import { requireSource } from '../sources/choose-sources.ts'
import { QuarantinedRecord, refusalAnswer } from '../sources/refusal-answer.ts'
import { page, pageOf } from './paging.ts'
import { flag, id, oneSource } from './parts.ts'
import { defineQuestion } from './question.ts'

/** Refused records, the newest first. */
export const quarantine = defineQuestion({
  command: 'quarantine',
  scope: 'runs:read',
  path: '/v1/quarantine',
  tag: 'Operation',
  about: { en: 'refused records and why', vi: 'các bản ghi bị từ chối và lý do' },
  parameters: z.strictObject({
    ...page,
    source: oneSource,
    resolved: flag().optional().meta({
      description: 'also those resolved or dismissed since',
      vi: 'kể cả những bản ghi đã xử lý xong hoặc không cần xử lý',
    }),
  }),
  answer: pageOf(QuarantinedRecord),
  async ask(hub, { resolved = false, ...asked }) {
    const { store, words } = hub
    await requireSource(hub, asked.source)
    const { items, next } = await store.listQuarantine({ ...asked, includeResolved: resolved })
    return { items: items.map((one) => refusalAnswer(one, words)), next }
  },
})

/** One refused record; NotFoundError for an unknown id. */
export const oneRefusal = defineQuestion({
  command: 'quarantine show <ID>',
  scope: 'runs:read',
  path: '/v1/quarantine/{id}',
  tag: 'Operation',
  about: {
    en: 'everything about one refused record',
    vi: 'chi tiết một bản ghi bị từ chối',
  },
  parameters: z.strictObject({ id }),
  answer: QuarantinedRecord,
  ask: async ({ store, words }, asked) =>
    refusalAnswer(await store.getQuarantined(asked.id), words),
})
