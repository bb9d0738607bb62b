import type { Run } from '@cchc/hub/views'
import type { CommandContext } from '../command-context.ts'
import type { Column } from '../output/listing.ts'
import { countText, durationText } from '../output/operator-text.ts'

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
export function runDuration(run: Run, { messages }: Pick<CommandContext, 'messages'>): string {
  if (run.finishedAt === null) return messages.words.none
  return durationText(run.finishedAt - run.startedAt, messages.words)
}

/** Records read in a second over the whole run. */
export function runRate(run: Run, { messages }: Pick<CommandContext, 'messages'>): string {
  if (run.finishedAt === null || run.finishedAt <= run.startedAt) return messages.words.none
  const seconds = (run.finishedAt - run.startedAt) / 1000
  return countText(run.counts.fetched / seconds, messages.words)
}
