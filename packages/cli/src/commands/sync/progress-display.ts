import type { SyncProgress } from '@cchc/hub'
import type { CommandContext } from '../../command-context.ts'
import { progressBar, progressLine } from './progress-text.ts'
import { nextProgress, type StreamProgress } from './stream-progress.ts'

type Watcher = Pick<CommandContext, 'terminal' | 'messages' | 'now'>

/** Shows how far a sync is, on standard error. */
export interface ProgressDisplay {
  update(progress: SyncProgress): void
  end(): void
}

const LINE_EVERY_MS = 3_000

/** Plain lines: when a stream begins and ends, and in between at most one every few seconds. */
export function progressLines({ terminal, messages, now }: Watcher): ProgressDisplay {
  const known = new Map<string, StreamProgress>()
  const toldAt = new Map<string, number>()
  return {
    update(event) {
      const progress = nextOf(known, { event, now })
      const due = progress.at - (toldAt.get(progress.name) ?? 0) >= LINE_EVERY_MS
      if (event.phase === 'committed' && !due) return
      toldAt.set(progress.name, progress.at)
      terminal.note(progressLine(progress, messages))
    },
    end: () => undefined,
  }
}

/** One bar for each stream, for a person who watches. */
export async function progressBars({ messages, now }: Watcher): Promise<ProgressDisplay> {
  const { default: cliProgress } = await import('cli-progress')
  const bars = new cliProgress.MultiBar({
    stream: process.stderr,
    gracefulExit: false,
    hideCursor: true,
    fps: 8,
    linewrap: false,
    emptyOnZero: true,
    format: (_options, _params, payload: { readonly progress: StreamProgress }) =>
      progressBar(payload.progress, messages),
  })
  const known = new Map<string, StreamProgress>()
  const shown = new Map<string, ReturnType<typeof bars.create>>()
  return {
    update(event) {
      const progress = nextOf(known, { event, now })
      const { name, fetched, expected } = progress
      const bar = shown.get(name) ?? bars.create(expected ?? 0, 0, { progress })
      shown.set(name, bar)
      bar.setTotal(expected ?? 0)
      bar.update(fetched, { progress })
    },
    end: () => bars.stop(),
  }
}

function nextOf(
  known: Map<string, StreamProgress>,
  { event, now }: { readonly event: SyncProgress; readonly now: () => number },
): StreamProgress {
  const name = `${event.source} ${event.stream}`
  const progress = nextProgress(event, { before: known.get(name), now: now() })
  known.set(name, progress)
  return progress
}
