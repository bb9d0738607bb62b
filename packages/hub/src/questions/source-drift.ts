import { DRIFT_POLICIES, FIELD_KINDS } from '@cchc/domain'
import { z } from 'zod'
import { shapesOfSources } from '../sources/drift.ts'
import { Drift } from '../sources/drift-answer.ts'
import { listOfAll } from './paging.ts'
import { oneSource } from './parts.ts'
import { defineQuestion } from './question.ts'

const StreamShape = z
  .object({
    source: z.string(),
    stream: z.string(),
    policy: z.enum(DRIFT_POLICIES).describe('As configured for the source'),
    settled: z.boolean().describe('Whether a whole pass has shown what is usual'),
    looked: z.int().describe('Records that were looked at'),
    fields: z
      .array(
        z.object({
          path: z.string(),
          kinds: z.array(z.enum(FIELD_KINDS)),
          records: z.int().describe('Records that held something in it, of those (of) that could'),
          of: z.int(),
        }),
      )
      .describe('The fields that are usual, by their names; nothing of what they hold'),
    unnamed: z.int().describe('Records with fields whose names are not kept: they may be data'),
    open: z.array(Drift).describe('What changed and nobody has accepted'),
    last: z
      .object({ run: z.string(), at: z.string(), changes: z.string(), drift: z.array(Drift) })
      .nullable()
      .describe('What last changed, and the run that saw it'),
  })
  .meta({ id: 'StreamShape' })

/** What the records of every stream look like, and what of it changed. */
export const sourceDrift = defineQuestion({
  command: 'sources drift',
  scope: 'runs:read',
  path: '/v1/sources/drift',
  tag: 'Operation',
  about: {
    en: 'what the records of each portal look like, and what changed',
    vi: 'cấu trúc bản ghi của từng cổng và những gì đã thay đổi',
  },
  parameters: z.strictObject({ source: oneSource }),
  answer: listOfAll(StreamShape),
  ask: async (hub, { source }) => ({ items: await shapesOfSources(hub, source) }),
})
