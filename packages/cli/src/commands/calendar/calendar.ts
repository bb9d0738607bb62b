import { calendar } from '@cchc/hub/questions/calendar'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'

export function addCalendar(program: Command, context: CommandContext): void {
  const own = [{ option: formatOption(context) }]
  questionCommand(program, context, { question: calendar, own }).action(
    action<FormatOption>(context, list),
  )
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const { printDay } = await import('@cchc/domain')
  const asked = askedOf(invocation, calendar)
  const view = await withReader(invocation, (hub) => hub.ask(calendar, asked))
  const { columns, kinds, unverified, unknownYear } = invocation.messages.period
  await printListing(invocation, {
    rows: view.days,
    document: view,
    columns: [
      { title: columns.day, show: ({ day }) => printDay(day), plain: ({ day }) => day },
      { title: columns.kind, show: ({ kind }) => kinds[kind] },
      { title: columns.occasion, show: ({ name }) => name, flexible: true },
      {
        title: columns.basis,
        show: ({ basis, verified }) => (verified ? basis : `${basis} (${unverified})`),
        flexible: true,
      },
    ],
  })
  if (asked.year !== undefined && !view.years.includes(asked.year)) {
    invocation.terminal.note(unknownYear(view.years.join(', ')))
  }
  return EXIT.done
}
