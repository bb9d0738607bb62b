import type { QuarantinedRecord } from '@cchc/hub/views'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { groupAction } from '../command-group.ts'
import { EXIT, exitCodeOfRuns } from '../exit-code.ts'
import { type LimitOption, limitOption } from '../limit-option.ts'
import { type FormatOption, formatOption, printDocument, printListing } from '../output/listing.ts'
import { listenForStop } from '../sync/stop-signals.ts'
import { withHub } from '../with-hub.ts'

interface ListOptions extends FormatOption, LimitOption {
  readonly source?: string
  readonly resolved?: boolean
}

interface RetryOptions extends FormatOption {
  readonly source?: string
}

export function addQuarantine(program: Command, context: CommandContext): void {
  const { quarantine, common } = context.messages.help
  const group = program
    .command('quarantine')
    .description(quarantine.about)
    .option('--source <id>', common.source)
    .option('--resolved', quarantine.resolved)
    .addOption(limitOption(context))
    .addOption(formatOption(context))
    .allowExcessArguments()
    .action(groupAction(context, action<ListOptions>(context, list)))
  group
    .command('show')
    .description(quarantine.show)
    .argument('<ID>')
    .addOption(formatOption(context))
    .action(action<FormatOption>(context, show))
  group
    .command('retry')
    .description(quarantine.retry)
    .argument('[ID...]')
    .option('--source <id>', common.source)
    .addOption(formatOption(context))
    .action(action<RetryOptions>(context, retry))
}

async function list(invocation: Invocation<ListOptions>): Promise<number> {
  const { limit, source, resolved = false } = invocation.options
  const query = { limit, includeResolved: resolved, ...(source === undefined ? {} : { source }) }
  const { items, next } = await withHub(invocation, (hub) => hub.store.listQuarantine(query))
  const { quarantineView } = await import('@cchc/hub/views')
  const { instantOf } = await import('../output/operator-text.ts')
  const { keyText, reasonTexts } = await import('../sync/refused-record.ts')
  const { loadWords } = await import('../messages/words.ts')
  const told = await loadWords(invocation.language)
  const { columns, notes } = invocation.messages
  await printListing<QuarantinedRecord>(invocation, {
    rows: items,
    document: { items: items.map(quarantineView) },
    columns: [
      { title: columns.id, show: ({ id }) => id },
      { title: columns.source, show: (record) => record.source },
      { title: columns.stream, show: (record) => record.stream },
      { title: columns.key, show: (record) => keyText(record, invocation), flexible: true },
      {
        title: columns.reasons,
        show: (one) => reasonTexts(one, { told }).join('; '),
        flexible: true,
      },
      { title: columns.timesSeen, show: (one) => String(one.timesSeen), right: true },
      { title: columns.lastSeen, show: (one) => instantOf(one.lastSeenAt, invocation) },
    ],
  })
  if (next !== null) invocation.terminal.note(notes.more(limit))
  return EXIT.done
}

async function show(invocation: Invocation<FormatOption>): Promise<number> {
  const id = invocation.words[0] ?? ''
  const record = await withHub(invocation, (hub) => hub.store.getQuarantined(id))
  const { quarantineView } = await import('@cchc/hub/views')
  const { refusedFacts } = await import('../sync/refused-record.ts')
  const { renderFacts } = await import('../output/facts.ts')
  if (invocation.options.format === 'json') {
    printDocument(invocation, quarantineView(record))
    return EXIT.done
  }
  const { loadWords } = await import('../messages/words.ts')
  const told = await loadWords(invocation.language)
  invocation.terminal.print(renderFacts(refusedFacts(record, { ...invocation, told })))
  return EXIT.done
}

async function retry(invocation: Invocation<RetryOptions>): Promise<number> {
  const { words, options, messages, terminal } = invocation
  const stop = listenForStop(invocation)
  try {
    const runs = await withHub(invocation, (hub) =>
      hub.retryQuarantine({
        signal: stop.signal,
        ...(options.source === undefined ? {} : { source: options.source }),
        ...(words.length > 0 ? { ids: words } : {}),
      }),
    )
    if (runs.length === 0) terminal.note(messages.notes.nothingToRetry)
    const { printRunSummary } = await import('../sync/run-summary.ts')
    if (runs.length > 0 || options.format === 'json') await printRunSummary(invocation, runs)
    return stop.code() ?? exitCodeOfRuns(runs)
  } finally {
    stop.end()
  }
}
