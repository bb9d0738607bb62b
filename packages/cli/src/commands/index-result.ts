import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { helpGroup } from '../command-group.ts'
import {
  type EnteringOptions,
  enteringOf,
  withEnteringOptions,
} from '../entered/entering-options.ts'
import { yearOption } from '../entered/year-option.ts'
import { EXIT } from '../exit-code.ts'
import { type FormatOption, formatOption, printDocument } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface ScopeOptions extends FormatOption {
  readonly org?: string
  readonly year?: number
}

export function addIndex(program: Command, context: CommandContext): void {
  const { messages } = context
  const { help } = messages.entered
  const group = helpGroup(program, context, { name: 'index', about: help.index })
  const scoped = (name: string, about: string) =>
    group
      .command(name)
      .description(about)
      .option('--org <code>', messages.help.stats.org)
      .addOption(yearOption(context, help.indexYear))
      .addOption(formatOption(context).choices(['table', 'json']))
  withEnteringOptions(scoped('import', help.importIndex), context)
    .argument('<FILE>')
    .action(action<ScopeOptions & EnteringOptions>(context, importFile))
  scoped('show', help.showIndex).action(action<ScopeOptions>(context, show))
}

async function importFile(invocation: Invocation<ScopeOptions & EnteringOptions>): Promise<number> {
  const { options, words, terminal, messages } = invocation
  const { givenFile } = await import('../given-file.ts')
  const file = givenFile(words[0] ?? '', invocation)
  const result = await withHub(invocation, (hub) =>
    hub.entered.importIndex({ ...enteringOf(invocation), ...scopeOf(options), file }),
  )
  if (options.format === 'json') {
    printDocument(invocation, result)
    return EXIT.done
  }
  const { printScore } = await import('@cchc/domain')
  const { plan, index } = messages.entered
  const { organisation, year, content, dryRun, changed } = result
  const kept = index.kept(organisation.name, year, printScore(content.total))
  terminal.print(dryRun ? plan.dryRun : changed ? kept : plan.same)
  return EXIT.done
}

async function show(invocation: Invocation<ScopeOptions>): Promise<number> {
  const { options, terminal } = invocation
  const view = await withHub(invocation, (hub) => hub.entered.index(scopeOf(options)))
  if (options.format === 'json') printDocument(invocation, view)
  else {
    const { indexText } = await import('../entered/index-text.ts')
    terminal.print(indexText(view, invocation))
  }
  return EXIT.done
}

function scopeOf({ org, year }: ScopeOptions) {
  return {
    ...(year === undefined ? {} : { year }),
    ...(org === undefined ? {} : { organisation: org }),
  }
}
