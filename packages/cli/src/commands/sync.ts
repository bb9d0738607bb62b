import type { Hub, SyncOptions } from '@cchc/hub'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { exitCodeOfRuns } from '../exit-code.ts'
import { type FormatOption, formatOption } from '../output/listing.ts'
import { listenForStop } from '../sync/stop-signals.ts'
import { withHub } from '../with-hub.ts'

interface SyncWords extends FormatOption {
  readonly from?: string
  readonly to?: string
  readonly full?: boolean
  readonly acceptShrink?: boolean
}

export function addSync(program: Command, context: CommandContext): void {
  const { sync: text, sources } = context.messages.help
  program
    .command('sync')
    .description(text.about)
    .argument('[SOURCE...]', sources.sources)
    .option('--from <day>', text.from)
    .option('--to <day>', text.to)
    .option('--full', text.full)
    .option('--accept-shrink', text.acceptShrink)
    .addOption(formatOption(context))
    .action(action<SyncWords>(context, sync))
}

async function sync(invocation: Invocation<SyncWords>): Promise<number> {
  const stop = listenForStop(invocation)
  try {
    const runs = await withHub(invocation, (hub) =>
      syncWatched(invocation, { hub, signal: stop.signal }),
    )
    if (runs.length === 0 && stop.code() === undefined) {
      invocation.terminal.note(invocation.messages.notes.nothingToSync)
    }
    const { printRunSummary } = await import('../sync/run-summary.ts')
    await printRunSummary(invocation, runs)
    return stop.code() ?? exitCodeOfRuns(runs)
  } finally {
    stop.end()
  }
}

async function syncWatched(
  invocation: Invocation<SyncWords>,
  { hub, signal }: { readonly hub: Hub; readonly signal: AbortSignal },
) {
  const { progressBars, progressLines } = await import('../sync/progress-display.ts')
  const bars = invocation.terminal.watched && !invocation.options.verbose
  const display = bars ? await progressBars(invocation) : progressLines(invocation)
  try {
    return await hub.sync({ ...requested(invocation), signal, onProgress: display.update })
  } finally {
    display.end()
  }
}

function requested({ options, words }: Invocation<SyncWords>): SyncOptions {
  const { from, to, full = false, acceptShrink = false } = options
  return {
    full,
    acceptShrink,
    ...(words.length > 0 ? { sources: words } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}
