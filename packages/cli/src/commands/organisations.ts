import type { OrganisationView } from '@cchc/hub'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { EXIT } from '../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface ListOptions extends FormatOption {
  readonly text?: string
  readonly treeAt?: string
}

export function addOrganisations(program: Command, context: CommandContext): void {
  const { organisations: text } = context.messages.help
  program
    .command('organisations')
    .description(text.about)
    .option('--text <text>', text.text)
    .option('--tree-at <day>', text.treeAt)
    .addOption(formatOption(context))
    .action(action<ListOptions>(context, organisations))
}

async function organisations(invocation: Invocation<ListOptions>): Promise<number> {
  const { readAsked } = await import('@cchc/hub/questions/question')
  const { OrganisationParameters } = await import('@cchc/hub/parameters')
  const { treeAt } = invocation.options
  const query = readAsked(OrganisationParameters, treeAt === undefined ? {} : { treeAt })
  const all = await withHub(invocation, (hub) =>
    hub.organisations(query.treeAt === undefined ? {} : { treeAt: query.treeAt }),
  )
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
      {
        title: columns.level,
        show: ({ level }) => words.levels[level] ?? level,
        plain: ({ level }) => level,
      },
      { title: columns.parent, show: ({ parentCode }) => parentCode ?? words.none },
    ],
  })
  return EXIT.done
}
