import type { QuarantinedRecord } from '@cchc/hub'
import type { CommandContext } from '../../command-context.ts'
import { instantOf } from '../../output/operator-text.ts'

type Reader = Pick<CommandContext, 'language' | 'messages'>
type Fact = readonly [string, string | readonly string[]]

/** The key of a refused record; a dash where its key was refused itself. */
export function keyText(
  { key }: Pick<QuarantinedRecord, 'key'>,
  { messages }: Pick<Reader, 'messages'>,
): string {
  return key === null ? messages.words.none : Object.values(key).join(' ')
}

/** Why a record was refused, field by field, and what to do where that is known. */
export function reasonTexts({ reasons }: Pick<QuarantinedRecord, 'reasons'>): string[] {
  return reasons.map(({ path, message, fix }) => {
    const said = path === '' ? message : `${path}: ${message}`
    return fix === null ? said : `${unended(said)}. ${fix}`
  })
}

/** A sentence without its full stop, for one that stands among others. */
export function unended(sentence: string): string {
  return sentence.replace(/\.+$/, '')
}

function dismissalFacts({ dismissal }: QuarantinedRecord, reader: Reader): Fact[] {
  if (!dismissal) return []
  const { at, by, reason } = dismissal
  return [[reader.messages.columns.dismissed, `${instantOf(at, reader)} (${by}): ${reason}`]]
}

/** Everything that is kept about a refused record; its fields are those that passed their own check. */
export function refusedFacts(record: QuarantinedRecord, reader: Reader): readonly Fact[] {
  const { columns } = reader.messages
  const fields = Object.entries(record.fields).map(
    ([name, value]) => `${name} = ${JSON.stringify(value)}`,
  )
  return [
    [columns.id, record.id],
    [columns.source, record.source],
    [columns.stream, record.stream],
    [columns.key, keyText(record, reader)],
    [columns.reasons, reasonTexts(record)],
    ...(fields.length > 0 ? [[columns.fields, fields] as const] : []),
    [columns.timesSeen, String(record.timesSeen)],
    [columns.firstSeen, `${instantOf(record.firstSeenAt, reader)} (${record.firstRunId})`],
    [columns.lastSeen, `${instantOf(record.lastSeenAt, reader)} (${record.lastRunId})`],
    [columns.resolved, instantOf(record.resolvedAt, reader)],
    ...dismissalFacts(record, reader),
  ]
}
