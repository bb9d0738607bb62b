import { instantText, type Text } from '@cchc/domain'
import type { QuarantinedRecord as StoredRecord } from '@cchc/store'
import { z } from 'zod'
import { textOrNull } from './run-answer.ts'

/** A refused record and why; holds no personal data. Instants are ISO 8601 in Vietnam's time. */
export const QuarantinedRecord = z
  .object({
    id: z.string(),
    source: z.string(),
    stream: z.string(),
    key: z
      .record(z.string(), z.string())
      .nullable()
      .describe('null where the key itself was refused'),
    reasons: z.array(
      z.object({ path: z.string(), message: z.string(), fix: z.string().nullable() }),
    ),
    fields: z.record(z.string(), z.unknown()).describe('Values that passed their own check'),
    firstRunId: z.string(),
    lastRunId: z.string(),
    firstSeenAt: z.string(),
    lastSeenAt: z.string(),
    timesSeen: z.int(),
    resolvedAt: z.string().nullable(),
    dismissal: z
      .object({ at: z.string(), by: z.string(), reason: z.string() })
      .nullable()
      .describe('Who said that it needs no correction, when and why'),
  })
  .meta({ id: 'QuarantinedRecord' })
export type QuarantinedRecord = z.output<typeof QuarantinedRecord>

/** A stored refusal as it is handed out. */
export function refusalAnswer(record: StoredRecord, words: (text: Text) => string) {
  return {
    ...record,
    reasons: record.reasons.map(({ path, message, fix }) => ({
      path,
      message: words(message),
      fix: fix ? words(fix) : null,
    })),
    firstSeenAt: instantText(record.firstSeenAt),
    lastSeenAt: instantText(record.lastSeenAt),
    resolvedAt: textOrNull(record.resolvedAt),
    dismissal: record.dismissal && { ...record.dismissal, at: instantText(record.dismissal.at) },
  }
}
