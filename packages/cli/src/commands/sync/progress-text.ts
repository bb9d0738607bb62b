import type { Messages } from '../../messages/index.ts'
import { countText, durationText } from '../../output/operator-text.ts'
import { rateOf, remainingOf, type StreamProgress } from './stream-progress.ts'

const BAR = 24

/** One line about a stream for a log: `one-stop dossiers: 1 200 of 9 000, 640/s, 12 s left`. */
export function progressLine(progress: StreamProgress, messages: Messages): string {
  const { name, phase } = progress
  const facts = factsOf(progress, messages).join(', ')
  if (phase === 'started') return messages.progress.reading(name)
  return phase === 'completed'
    ? messages.progress.done(name, facts)
    : messages.progress.at(name, facts)
}

/** The same as a bar; without a total the bar stays away. */
export function progressBar(progress: StreamProgress, messages: Messages): string {
  const { name, expected, fetched, phase } = progress
  const facts = factsOf(progress, messages).join('  ')
  if (expected === null && phase !== 'completed') return `${name}  ${facts}`
  const share = phase === 'completed' ? 1 : Math.min(1, fetched / Math.max(1, expected ?? 1))
  const full = Math.floor(share * BAR)
  return `${name}  ${'█'.repeat(full)}${'░'.repeat(BAR - full)}  ${facts}`
}

function factsOf(progress: StreamProgress, { progress: text, words }: Messages): string[] {
  const { fetched, expected, phase } = progress
  const rate = rateOf(progress)
  const left = phase === 'completed' ? null : remainingOf(progress)
  const count = countText(fetched, words)
  const running = expected !== null && expected >= fetched && phase !== 'completed'
  return [
    running ? text.of(count, countText(expected, words)) : text.records(count),
    ...(rate === null ? [] : [text.rate(countText(rate, words))]),
    ...(left === null ? [] : [text.left(durationText(left, words))]),
  ]
}
