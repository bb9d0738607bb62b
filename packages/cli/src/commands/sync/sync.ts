import type { Hub, OpenHubOptions } from '@cchc/hub'
import { sync } from '@cchc/hub/actions/sync'
import type { AnswerOf, AskedOf } from '@cchc/hub/questions/question'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { exitCodeOfRuns } from '../../exit-code.ts'
import { journalOf } from '../../logging/journal.ts'
import { type FormatOption, formatOption } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { listenForStop } from '../../stop-signals.ts'
import { withHub } from '../../with-hub.ts'

export function addSync(program: Command, context: CommandContext): void {
  questionCommand(program, context, {
    question: sync,
    own: [{ option: formatOption(context) }],
    explained: ['source'],
  }).action(action<FormatOption>(context, read))
}

async function read(called: Invocation<FormatOption>): Promise<number> {
  const { invocation, openLog } = journalOf(called, 'sync')
  const stop = listenForStop(invocation)
  try {
    const asked = askedOf(invocation, sync)
    const { runs, dryRuns, notes } = await watched(invocation, {
      ...{ asked, openLog, signal: stop.signal },
    })
    for (const note of notes) invocation.terminal.note(note)
    await print(invocation, { runs, dryRuns })
    return stop.code() ?? exitCodeOfRuns(dryRuns ?? runs)
  } finally {
    stop.end()
  }
}

/** As JSON each run is one line, so that the lines of many syncs can go into one file. */
async function print(
  invocation: Invocation<FormatOption>,
  { runs, dryRuns }: Pick<AnswerOf<typeof sync>, 'runs' | 'dryRuns'>,
): Promise<void> {
  if (invocation.options.format === 'json') {
    for (const run of dryRuns ?? runs) invocation.terminal.print(JSON.stringify(run))
    return
  }
  if (dryRuns) return (await import('./dry-run-summary.ts')).printDryRuns(invocation, dryRuns)
  const { printRunSummary } = await import('./run-summary.ts')
  await printRunSummary(invocation, runs)
}

interface Watching extends Pick<OpenHubOptions, 'openLog'> {
  readonly asked: AskedOf<typeof sync>
  readonly signal: AbortSignal
}

function watched(invocation: Invocation<FormatOption>, { asked, signal, openLog }: Watching) {
  const read = async (hub: Hub) => {
    const { progressBars, progressLines } = await import('./progress-display.ts')
    const bars = invocation.terminal.watched && !invocation.options.verbose
    const display = bars ? await progressBars(invocation) : progressLines(invocation)
    try {
      return await hub.act(sync, asked, { signal, onProgress: display.update })
    } finally {
      display.end()
    }
  }
  return withHub(invocation, read, { openLog, leavesNothing: asked.dryRun === true })
}
