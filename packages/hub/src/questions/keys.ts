import { z } from 'zod'
import { Key, keyAnswer } from '../access/key-answer.ts'
import { listOfAll } from './paging.ts'
import { defineQuestion } from './question.ts'

/** Every key that was ever made, in that order; of none its secret. */
export const keys = defineQuestion({
  command: 'keys list',
  scope: 'admin',
  about: {
    en: 'keys of the gateway: what each may, until when, and when it was last used',
    vi: 'các khóa của dịch vụ: quyền, thời hạn và lần dùng gần nhất của từng khóa',
  },
  parameters: z.strictObject({}),
  answer: listOfAll(Key),
  async ask({ store, now }) {
    const at = now()
    return { items: (await store.listAccessKeys()).map((key) => keyAnswer(key, at)) }
  },
})
