import type { Run } from '@cchc/hub/views'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { groupAction } from '../command-group.ts'
import { EXIT } from '../exit-code.ts'
import { type LimitOption, limitOption } from '../limit-option.ts'
import { type FormatOption, formatOption, printDocument, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface ListOptions extends FormatOption, LimitOption {
  readonly source?: string
}

export function addRuns(program: Command, context: CommandContext): void {
  const { runs, common } = context.messages.help
  const group = program
    .command('runs')
    .description(runs.about)
    .option('--source <id>', common.source)
    .addOption(limitOption(context))
    .addOption(formatOption(context))
    .allowExcessArguments()
    .action(groupAction(context, action<ListOptions>(context, list)))
  group
    .command('show')
    .description(runs.show)
    .argument('<ID>')
    .addOption(formatOption(context))
    .action(action<FormatOption>(context, show))
}

async function list(invocation: Invocation<ListOptions>): Promise<number> {
  const { limit, source } = invocation.options
  const query = { limit, ...(source === undefined ? {} : { source }) }
  const { items, next } = await withHub(invocation, (hub) => hub.store.listRuns(query))
  const { runView } = await import('@cchc/hub/views')
  const { instantOf } = await import('../output/operator-text.ts')
  const { countColumns, runDuration } = await import('../sync/run-columns.ts')
  const { columns, words, notes } = invocation.messages
  await printListing<Run>(invocation, {
    rows: items,
    document: { items: items.map(runView) },
    columns: [
      { title: columns.run, show: ({ id }) => id },
      { title: columns.source, show: (run) => run.source },
      { title: columns.status, show: ({ status }) => words.status[status] },
      { title: columns.started, show: ({ startedAt }) => instantOf(startedAt, invocation) },
      { title: columns.duration, show: (run) => runDuration(run, invocation), right: true },
      ...countColumns(invocation, ['new', 'changed', 'unchanged', 'refused']),
    ],
  })
  if (next !== null) invocation.terminal.note(notes.more(limit))
  return EXIT.done
}

async function show(invocation: Invocation<FormatOption>): Promise<number> {
  const id = invocation.words[0] ?? ''
  const run = await withHub(invocation, (hub) => hub.store.getRun(id))
  const { runView } = await import('@cchc/hub/views')
  if (invocation.options.format === 'json') {
    printDocument(invocation, runView(run))
    return EXIT.done
  }
  const { runFacts, streamRows } = await import('../sync/run-details.ts')
  if (invocation.options.format === 'table') {
    const { loadWords } = await import('../messages/words.ts')
    const told = await loadWords(invocation.language)
    invocation.terminal.print(`${runFacts(run, { ...invocation, told })}\n`)
  }
  await printListing(invocation, streamRows(run, invocation))
  return EXIT.done
}
