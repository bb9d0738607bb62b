import { procedures } from '@cchc/hub/questions/procedures'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'

export function addProcedures(program: Command, context: CommandContext): void {
  const own = [{ option: formatOption(context) }]
  questionCommand(program, context, { question: procedures, own }).action(
    action<FormatOption>(context, list),
  )
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, procedures)
  const { items } = await withReader(invocation, (hub) => hub.ask(procedures, asked))
  const { columns, words } = invocation.messages
  const named = (codes: readonly string[], names: Readonly<Record<string, string>>) =>
    codes.map((code) => names[code] ?? code).join(', ')
  await printListing(invocation, {
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
