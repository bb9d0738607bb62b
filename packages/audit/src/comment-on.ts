import { type Message, say } from '@cchc/domain'
import type { Finding, Severity } from './finding.ts'
import { inVietnamese, phrase } from './phrases.ts'

const SAID = {
  error: phrase('Error: {what}', 'Lỗi: {what}'),
  warning: phrase('To look at: {what}', 'Cần xem lại: {what}'),
} as const satisfies Readonly<Record<Severity, string>>
const INSTEAD = phrase('{what}\nTo be written: {expected}', '{what}\nCần ghi: {expected}')
const BENEATH = phrase('{what}\nFollows from it: {consequence}', '{what}\nKéo theo: {consequence}')

/**
 * Something to be said of a file: at a cell, by its address as readers of files give it; where there is none, at the
 * words that it quotes; otherwise of the file as a whole.
 */
export interface FileComment {
  readonly cell?: string | undefined
  readonly quote?: string | undefined
  readonly text: string
}

/** What a finding says to whoever wrote the file, in Vietnamese: what is wrong, and what it should be where that is known. */
export function commentOn(finding: Finding): FileComment {
  const { severity, explanation, expected, cells, quote, consequences = [] } = finding
  const own = expected === '' ? explanation : say(INSTEAD, { what: explanation, expected })
  const what = consequences.reduce(
    (text, consequence) => say(BENEATH, { what: text, consequence: consequence.explanation }),
    own,
  )
  return { cell: cells?.[0], quote, text: commentText(severity, what) }
}

/** What a comment says, with how sure it is before it. */
export function commentText(severity: Severity, what: Message | string): string {
  return inVietnamese(say(SAID[severity], { what }))
}
