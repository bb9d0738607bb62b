import { instantText, type Message, say, type Text } from '@cchc/domain'
import type { AlertState } from '@cchc/store'
import { ALERTS } from './all.ts'
import type { AlertStateChange, ChangeKind } from './changes.ts'
import type { AlertContent, Words } from './message.ts'

/** The message that tells changes of state, the worst first. */
export function contentOfChanges(
  changes: readonly AlertStateChange[],
  { words, now }: { readonly words: Words; readonly now: number },
): AlertContent {
  const ordered = changes.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])
  const lines = ordered.map((one) => [words(sentenceOf(one)), ...fixOf(one, words)].join('\n'))
  const text = [...lines, words(say('What holds now: cchc alerts'))].join('\n\n')
  return {
    ...{ kind: 'changes', at: instantText(now), subject: `[CCHC] ${subjectOf(ordered, words)}` },
    text: `${text}\n`,
    data: { changes: ordered.map((one) => programs(one, words)) },
  }
}

const ORDER: Readonly<Record<ChangeKind, number>> = { worse: 0, began: 1, passed: 2, ended: 3 }

function subjectOf(changes: readonly AlertStateChange[], words: Words): string {
  const [only, ...others] = changes
  if (only && others.length === 0) return words(sentenceOf(only))
  return words(say('{count} changes of state', { count: changes.length }))
}

function sentenceOf({
  kind,
  state: { sentence, severity, since, goneAt },
}: AlertStateChange): Message {
  if (kind === 'ended') return say('Over: {sentence}', { sentence })
  if (kind === 'passed') {
    const [from, to] = [since, goneAt ?? since].map(instantText)
    return say('Was so from {from} to {to}: {sentence}', {
      from: from ?? '',
      to: to ?? '',
      sentence,
    })
  }
  if (kind === 'worse') return say('Worse: {sentence}', { sentence })
  if (severity === 'broken') return say('Broken: {sentence}', { sentence })
  return say('To look at: {sentence}', { sentence })
}

function fixOf({ kind, state }: AlertStateChange, words: Words): string[] {
  return kind === 'ended' || kind === 'passed' ? [] : [`  → ${words(fixOfAlert(state.alert))}`]
}

/** What to do about an alert; nothing where it is not known any more. */
export function fixOfAlert(alert: string): Text {
  return ALERTS.find(({ id }) => id === alert)?.fix ?? ''
}

function programs({ kind, state }: AlertStateChange, words: Words) {
  const { alert, subject, severity, sentence, since, goneAt }: AlertState = state
  return {
    ...{ alert, subject, change: kind, severity, told: words(sentence) },
    ...{ since: instantText(since), goneAt: goneAt === null ? null : instantText(goneAt) },
  }
}
