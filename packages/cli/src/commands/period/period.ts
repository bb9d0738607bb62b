import { closePeriod, reopenPeriod } from '@cchc/hub/actions/closings'
import { periods } from '@cchc/hub/questions/periods'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { restatements } from '@cchc/hub/questions/restatements'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { groupAction } from '../../command-group.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { printFindings } from '../../print-findings.ts'
import { printMissing } from '../../print-missing.ts'
import { questionCommand } from '../../question-command.ts'
import { withHub, withReader } from '../../with-hub.ts'

type Period = AnswerOf<typeof periods>['items'][number]

export function addPeriod(program: Command, context: CommandContext): void {
  const group = program
    .command('period')
    .description(context.messages.period.help.period)
    .addOption(formatOption(context))
    .allowExcessArguments()
    .action(groupAction(action<FormatOption>(context, list)))
  for (const [question, run] of [
    [closePeriod, close],
    [reopenPeriod, reopen],
    [restatements, restated],
  ] as const) {
    const own = [{ option: formatOption(context), after: 'org' }]
    questionCommand(group, context, { question, own }).action(action<FormatOption>(context, run))
  }
  const own = [{ option: formatOption(context) }]
  questionCommand(group, context, { question: periods, own }).action(
    action<FormatOption>(context, list),
  )
}

async function close(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, closePeriod)
  const closing = await withHub(invocation, (hub) => hub.act(closePeriod, asked))
  await print(invocation, { periods: [closing], document: closing })
  printFindings(invocation, closing.warnings)
  return EXIT.done
}

async function reopen(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, reopenPeriod)
  const reopened = await withHub(invocation, (hub) => hub.act(reopenPeriod, asked))
  await print(invocation, { periods: [reopened], document: reopened })
  return EXIT.done
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, periods)
  const view = await withReader(invocation, (hub) => hub.ask(periods, asked))
  await print(invocation, { periods: view.items, document: view })
  return EXIT.done
}

async function restated(invocation: Invocation<FormatOption>): Promise<number> {
  const { printRestatements } = await import('./print-restatements.ts')
  const asked = askedOf(invocation, restatements)
  const view = await withReader(invocation, (hub) => hub.ask(restatements, asked))
  await printRestatements(invocation, view)
  return printMissing(invocation, { missing: view.missing, partial: true })
}

/** A line for each thing that was done. */
async function print(
  invocation: Invocation<FormatOption>,
  shown: { readonly periods: readonly Period[]; readonly document: unknown },
): Promise<void> {
  const { printDayRange } = await import('@cchc/domain')
  const { instantOf } = await import('../../output/operator-text.ts')
  const { columns, actions } = invocation.messages.period
  await printListing(invocation, {
    rows: shown.periods.flatMap((period) => period.events.map((event) => ({ period, event }))),
    document: shown.document,
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
