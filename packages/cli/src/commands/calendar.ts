import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { EXIT } from '../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

export function addCalendar(program: Command, context: CommandContext): void {
  program
    .command('calendar')
    .description(context.messages.period.help.calendar)
    .argument('[YEAR]')
    .addOption(formatOption(context))
    .action(action<FormatOption>(context, calendar))
}

async function calendar(invocation: Invocation<FormatOption>): Promise<number> {
  const { readAsked } = await import('@cchc/hub/questions/question')
  const { CalendarParameters } = await import('@cchc/hub/parameters')
  const { printDay } = await import('@cchc/domain')
  const { year } = readAsked(CalendarParameters, { year: invocation.words[0] })
  const view = await withHub(invocation, async (hub) =>
    hub.calendar(year === undefined ? {} : { year: Number(year) }),
  )
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
  if (year !== undefined && !view.years.includes(Number(year))) {
    invocation.terminal.note(unknownYear(view.years.join(', ')))
  }
  return EXIT.done
}
