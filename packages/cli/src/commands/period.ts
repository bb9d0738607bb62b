import type { PeriodClosing, PeriodView } from '@cchc/hub'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { groupAction } from '../command-group.ts'
import { EXIT } from '../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface PeriodOptions extends FormatOption {
  readonly org?: string
  readonly by?: string
  readonly note?: string
  readonly reason?: string
  readonly rule?: string
  readonly asKnownAt?: string
}

export function addPeriod(program: Command, context: CommandContext): void {
  const { messages } = context
  const { help } = messages.period
  const group = program
    .command('period')
    .description(help.period)
    .addOption(formatOption(context))
    .allowExcessArguments()
    .action(groupAction(context, action<PeriodOptions>(context, list)))
  const named = (name: string, about: string) =>
    group
      .command(name)
      .description(about)
      .argument('<PERIOD>')
      .option('--org <code>', messages.help.stats.org)
      .addOption(formatOption(context))
  named('close', help.close)
    .option('--by <account>', help.by)
    .option('--note <text>', help.note)
    .action(action<PeriodOptions>(context, close))
  named('reopen', help.reopen)
    .requiredOption('--reason <text>', help.reason)
    .option('--by <account>', help.by)
    .action(action<PeriodOptions>(context, reopen))
  named('restatements', help.restatements)
    .option('--rule <name>', messages.help.stats.rule)
    .option('--as-known-at <instant>', help.asKnownAt)
    .action(action<PeriodOptions>(context, restatements))
  group
    .command('list')
    .description(help.list)
    .addOption(formatOption(context))
    .action(action<PeriodOptions>(context, list))
}

async function close(invocation: Invocation<PeriodOptions>): Promise<number> {
  const { note } = invocation.options
  const closing: PeriodClosing = await withHub(invocation, (hub) =>
    hub.closePeriod({ ...asked(invocation), ...(note === undefined ? {} : { note }) }),
  )
  const { periodView } = await import('@cchc/hub/views')
  await print(invocation, { periods: [closing], document: periodView(closing) })
  const { printFindings } = await import('../print-findings.ts')
  await printFindings(invocation, closing.warnings)
  return EXIT.done
}

async function reopen(invocation: Invocation<PeriodOptions>): Promise<number> {
  const { reason = '' } = invocation.options
  const reopened = await withHub(invocation, (hub) =>
    hub.reopenPeriod({ ...asked(invocation), reason }),
  )
  const { periodView } = await import('@cchc/hub/views')
  await print(invocation, { periods: [reopened], document: periodView(reopened) })
  return EXIT.done
}

async function list(invocation: Invocation<PeriodOptions>): Promise<number> {
  const periods = await withHub(invocation, (hub) => hub.listPeriods())
  const { periodView } = await import('@cchc/hub/views')
  await print(invocation, { periods, document: { items: periods.map(periodView) } })
  return EXIT.done
}

async function restatements(invocation: Invocation<PeriodOptions>): Promise<number> {
  const { org, rule, asKnownAt } = invocation.options
  const { readAsked } = await import('@cchc/hub/questions/question')
  const { RestatementParameters } = await import('@cchc/hub/parameters')
  const { restatementsView } = await import('@cchc/hub/views')
  const period = invocation.words[0]
  const parameters = readAsked(RestatementParameters, { org, period, rule, asKnownAt })
  const view = await withHub(invocation, (hub) => restatementsView(hub, parameters))
  const { printRestatements } = await import('../figures/print-restatements.ts')
  await printRestatements(invocation, view)
  return EXIT.done
}

function asked({ options, words }: Invocation<PeriodOptions>) {
  const { org, by } = options
  return {
    period: words[0] ?? '',
    ...(org === undefined ? {} : { organisation: org }),
    ...(by === undefined ? {} : { by }),
  }
}

/** A line for each thing that was done. */
async function print(
  invocation: Invocation<PeriodOptions>,
  { periods, document }: { readonly periods: readonly PeriodView[]; readonly document: unknown },
): Promise<void> {
  const { printDayRange } = await import('@cchc/domain')
  const { instantOf } = await import('../output/operator-text.ts')
  const { columns, actions } = invocation.messages.period
  await printListing(invocation, {
    rows: periods.flatMap((period) => period.events.map((event) => ({ period, event }))),
    document,
    columns: [
      { title: columns.organisation, show: ({ period }) => period.organisation.code },
      { title: columns.period, show: ({ period }) => period.period },
      {
        title: columns.days,
        show: ({ period }) => printDayRange(period),
        plain: ({ period }) => `${period.from}..${period.to}`,
      },
      { title: columns.action, show: ({ event }) => actions[event.action] },
      { title: columns.by, show: ({ event }) => event.by },
      { title: columns.at, show: ({ event }) => instantOf(event.recordedAt, invocation) },
      { title: columns.note, show: ({ event }) => event.note ?? '', flexible: true },
    ],
  })
}
