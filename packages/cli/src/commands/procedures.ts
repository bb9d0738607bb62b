import type { ProcedureView } from '@cchc/hub'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { EXIT } from '../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface ListOptions extends FormatOption {
  readonly field?: string
  readonly level?: string
  readonly text?: string
}

export function addProcedures(program: Command, context: CommandContext): void {
  const { procedures: text } = context.messages.help
  program
    .command('procedures')
    .description(text.about)
    .option('--field <field>', text.field)
    .option('--level <level>', text.level)
    .option('--text <text>', text.text)
    .addOption(formatOption(context))
    .action(action<ListOptions>(context, procedures))
}

async function procedures(invocation: Invocation<ListOptions>): Promise<number> {
  const { field, level, text } = invocation.options
  const asked = { field, level, text }
  const query = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined),
  ) as Partial<Record<keyof typeof asked, string>>
  const items = await withHub(invocation, (hub) => hub.procedures(query))
  const { columns, words } = invocation.messages
  const named = (codes: readonly string[], names: Readonly<Record<string, string>>) =>
    codes.map((code) => names[code] ?? code).join(', ')
  await printListing<ProcedureView>(invocation, {
    rows: items,
    document: { items },
    columns: [
      { title: columns.code, show: ({ code }) => code },
      { title: columns.name, show: ({ name }) => name, flexible: true },
      { title: columns.field, show: ({ fieldName }) => fieldName ?? '', flexible: true },
      {
        title: columns.level,
        show: ({ levels }) => named(levels, words.levels),
        plain: ({ levels }) => levels.join(', '),
      },
      {
        title: columns.serviceLevels,
        show: ({ serviceLevels }) => named(serviceLevels, words.serviceLevels),
        plain: ({ serviceLevels }) => serviceLevels.join(', '),
      },
      { title: columns.sources, show: ({ sources }) => sources.join(', ') },
    ],
  })
  return EXIT.done
}
