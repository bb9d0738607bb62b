import type { OrganisationView } from '@cchc/hub'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { EXIT } from '../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface ListOptions extends FormatOption {
  readonly text?: string
}

export function addOrganisations(program: Command, context: CommandContext): void {
  const { organisations: text } = context.messages.help
  program
    .command('organisations')
    .description(text.about)
    .option('--text <text>', text.text)
    .addOption(formatOption(context))
    .action(action<ListOptions>(context, organisations))
}

async function organisations(invocation: Invocation<ListOptions>): Promise<number> {
  const all = await withHub(invocation, (hub) => hub.organisations())
  const { folded } = await import('@cchc/hub')
  const wanted = folded(invocation.options.text ?? '')
  const items = all.filter(({ code, oldCode, name }) =>
    folded(`${code} ${oldCode ?? ''} ${name}`).includes(wanted),
  )
  const { columns, words } = invocation.messages
  await printListing<OrganisationView>(invocation, {
    rows: items,
    document: { items },
    columns: [
      { title: columns.code, show: ({ code }) => code },
      { title: columns.oldCode, show: ({ oldCode }) => oldCode ?? words.none },
      { title: columns.name, show: ({ name }) => name, flexible: true },
      { title: columns.level, show: ({ level }) => level },
      { title: columns.parent, show: ({ parentCode }) => parentCode ?? words.none },
    ],
  })
  return EXIT.done
}
