import type { Run } from '@cchc/hub'
import type { CommandContext } from '../../command-context.ts'
import type { Column } from '../../output/listing.ts'
import { countText, durationText } from '../../output/operator-text.ts'

type Counts = Run['counts']
type Counted = { readonly counts: Counts }

/** Columns with what a run or one of its streams did. */
export function countColumns(
  { messages }: Pick<CommandContext, 'messages'>,
  names: readonly (keyof Counts & keyof CommandContext['messages']['columns'])[],
): Column<Counted>[] {
  return names.map((name) => ({
    title: messages.columns[name],
    show: ({ counts }) => countText(counts[name], messages.words),
    plain: ({ counts }) => String(counts[name]),
    right: true,
  }))
}

/** How long a run took; empty while it runs. */
export function runDuration(
  { seconds }: Pick<Run, 'seconds'>,
  { messages }: Pick<CommandContext, 'messages'>,
): string {
  const { words } = messages
  return seconds === null ? words.none : durationText(seconds * 1000, words)
}

/** Records read in a second over the whole run. */
export function runRate(
  { seconds, counts }: Pick<Run, 'seconds' | 'counts'>,
  { messages }: Pick<CommandContext, 'messages'>,
): string {
  const { words } = messages
  return seconds === null || seconds <= 0 ? words.none : countText(counts.fetched / seconds, words)
}
