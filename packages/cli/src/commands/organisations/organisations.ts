import { organisations } from '@cchc/hub/questions/organisations'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { groupAction } from '../../command-group.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'
import type { ImportOptions } from './import-successions.ts'

export function addOrganisations(program: Command, context: CommandContext): void {
  const own = [{ option: formatOption(context) }]
  const { help } = context.messages.succession
  const group = questionCommand(program, context, { question: organisations, own })
  group.allowExcessArguments().action(groupAction(action<FormatOption>(context, list)))
  group
    .command('import')
    .description(help.import)
    .argument('<FILE>')
    .option('--dry-run', help.dryRun)
    .addOption(formatOption(context))
    .action(
      action<ImportOptions>(context, async (invocation) => {
        const { importFile } = await import('./import-successions.ts')
        return importFile(invocation)
      }),
    )
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, organisations)
  const { items } = await withReader(invocation, (hub) => hub.ask(organisations, asked))
  const { columns, words } = invocation.messages
  await printListing(invocation, {
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
