import { inWords, type Message } from '@cchc/domain'
import type { HubAuditResult } from '@cchc/hub/check'
import type { Copy } from '../../annotated-copies.ts'
import type { Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { loadWords } from '../../messages/words.ts'
import type { FormatOption } from '../../output/listing.ts'

/** What of a file was not read or not understood, in words. */
export interface ToldOfFile {
  readonly unread: readonly string[]
  readonly notUnderstood: readonly string[]
}

/** What of a checked file was not read or not understood: in English for programs, else in the operator's language. */
export async function toldOf(
  { unread = [], notUnderstood = [] }: HubAuditResult,
  { options, language }: Invocation<FormatOption>,
): Promise<ToldOfFile> {
  if (unread.length + notUnderstood.length === 0) return { unread: [], notUnderstood: [] }
  const words =
    options.format === 'json' ? (one: Message) => inWords(one) : await loadWords(language)
  return { unread: unread.map(words), notUnderstood: notUnderstood.map(words) }
}

/** What `--format json` prints of one file. */
export async function checkDocument(result: HubAuditResult, told: ToldOfFile, copy?: Copy) {
  const { printAudit } = await import('@cchc/hub/check')
  const { unread: _, notUnderstood: __, ...audit } = result
  return {
    ...printAudit(audit),
    ...(told.unread.length > 0 && { unread: told.unread }),
    ...(told.notUnderstood.length > 0 && { notUnderstood: told.notUnderstood }),
    ...(copy && { annotated: copy.path }),
    ...(copy?.failed && { notAnnotated: copy.notes.join(' ') }),
  }
}

/** Whether a file was read in which nothing could be judged: no arithmetic, and no figure of something known. */
export function isNothingJudged({ findings, compared = 0, coverage }: HubAuditResult): boolean {
  const judged = coverage.tables.flatMap(({ figures, rules }) => [
    figures,
    ...rules.flatMap(({ satisfied, broken }) => [satisfied, broken]),
  ])
  const isOne = compared > 0 || judged.some((count) => count > 0)
  return !isOne && !findings.some(({ severity }) => severity === 'error')
}

/** How the check of one file ends. */
export function exitOf(result: HubAuditResult): number {
  const { findings, compared, unread = [], missing = [] } = result
  if (findings.some(({ severity }) => severity === 'error')) return EXIT.defects
  const isPartial = compared === 0 || unread.length + missing.length > 0 || isNothingJudged(result)
  return isPartial ? EXIT.partial : EXIT.done
}
