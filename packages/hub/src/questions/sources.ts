import { z } from 'zod'
import { describeSources, Source } from '../sources/status.ts'
import { listOfAll } from './paging.ts'
import { defineQuestion } from './question.ts'

/** What is configured, in the order of the configuration. */
export const sources = defineQuestion({
  command: 'sources',
  scope: 'runs:read',
  path: '/v1/sources',
  tag: 'Operation',
  about: { en: 'what is configured', vi: 'các nguồn đã cấu hình' },
  parameters: z.strictObject({}),
  answer: listOfAll(Source),
  ask: async ({ config }) => ({ items: describeSources(config) }),
})
