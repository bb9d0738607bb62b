import type { Run } from '@cchc/hub'
import { oneRun, runs } from '@cchc/hub/questions/runs'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { groupAction } from '../../command-group.ts'
import { EXIT } from '../../exit-code.ts'
import { limitOption } from '../../limit-option.ts'
import {
  type FormatOption,
  formatOption,
  printDocument,
  printListing,
} from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'

export function addRuns(program: Command, context: CommandContext): void {
  const format = () => ({ option: formatOption(context) })
  const group = questionCommand(program, context, {
    question: runs,
    own: [{ option: limitOption(context) }, format()],
  })
  group.allowExcessArguments().action(groupAction(action<FormatOption>(context, list)))
  questionCommand(group, context, { question: oneRun, own: [format()] }).action(
    action<FormatOption>(context, show),
  )
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, runs)
  const { items, next } = await withReader(invocation, (hub) => hub.ask(runs, asked))
  const { instantOf } = await import('../../output/operator-text.ts')
  const { countColumns, runDuration } = await import('./run-columns.ts')
  const { columns, words, notes } = invocation.messages
  await printListing<Run>(invocation, {
    rows: items,
    document: { items },
    columns: [
      { title: columns.run, show: ({ id }) => id },
      { title: columns.source, show: (run) => run.source },
      { title: columns.status, show: ({ status }) => words.status[status] },
      { title: columns.started, show: ({ startedAt }) => instantOf(startedAt, invocation) },
      { title: columns.duration, show: (run) => runDuration(run, invocation), right: true },
      ...countColumns(invocation, ['new', 'changed', 'unchanged', 'refused']),
    ],
  })
  if (next !== null) invocation.terminal.note(notes.more(items.length))
  return EXIT.done
}

async function show(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, oneRun)
  const run = await withReader(invocation, (hub) => hub.ask(oneRun, asked))
  if (invocation.options.format === 'json') {
    printDocument(invocation, run)
    return EXIT.done
  }
  const { runFacts, streamRows } = await import('./run-details.ts')
  if (invocation.options.format === 'table') {
    invocation.terminal.print(`${runFacts(run, invocation)}\n`)
  }
  await printListing(invocation, streamRows(run, invocation))
  return EXIT.done
}
