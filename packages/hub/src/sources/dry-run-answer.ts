import type { Text } from '@cchc/domain'
import type { QuarantinedRecord as StoredRecord, Run as StoredRun } from '@cchc/store'
import { z } from 'zod'
import { QuarantinedRecord, refusalAnswer } from './refusal-answer.ts'
import { Run, runAnswer } from './run-answer.ts'

/** What a sync of a source would do; nothing of it is kept. */
export const DryRun = Run.omit({
  id: true,
  trigger: true,
  startedAt: true,
  finishedAt: true,
  parts: true,
})
  .extend({
    dryRun: z.literal(true),
    missing: z
      .record(z.string(), z.int())
      .describe('By stream: stored dossiers that the portal would then no longer hold'),
    refusals: z
      .array(QuarantinedRecord.pick({ stream: true, key: true, reasons: true }))
      .describe('The first of the records that would be refused'),
  })
  .meta({ id: 'DryRun' })
export type DryRun = z.output<typeof DryRun>

/** A run that left no trace, and how its source would stand after it. */
export interface Rehearsed {
  readonly run: StoredRun
  readonly missing: DryRun['missing']
  readonly refusals: readonly StoredRecord[]
}

/** It as it is handed out. */
export function dryRunAnswer({ run, missing, refusals }: Rehearsed, words: (text: Text) => string) {
  const {
    id: _,
    trigger: __,
    startedAt: ___,
    finishedAt: ____,
    parts: _____,
    ...answer
  } = runAnswer(run, words)
  return {
    dryRun: true as const,
    ...answer,
    missing,
    refusals: refusals.map((record) => {
      const { stream, key, reasons } = refusalAnswer(record, words)
      return { stream, key, reasons }
    }),
  }
}
