import { importIndex } from '@cchc/hub/actions/import-documents'
import { indexResult } from '@cchc/hub/questions/index-result'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { helpGroup } from '../../command-group.ts'
import { personOf } from '../../entering.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption, printDocument } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withHub, withReader } from '../../with-hub.ts'

export function addIndex(program: Command, context: CommandContext): void {
  const about = context.messages.entered.help.index
  const group = helpGroup(program, { name: 'index', about })
  const format = () => formatOption(context).choices(['table', 'json'])
  questionCommand(group, context, {
    question: importIndex,
    own: [{ option: format(), after: 'year' }],
    supplied: ['by'],
  }).action(action<FormatOption>(context, importFile))
  const own = [{ option: format() }]
  questionCommand(group, context, { question: indexResult, own }).action(
    action<FormatOption>(context, show),
  )
}

async function importFile(invocation: Invocation<FormatOption>): Promise<number> {
  const { options, words, terminal, messages } = invocation
  const { givenFile } = await import('../../given-file.ts')
  const file = givenFile(words[0] ?? '', invocation)
  const asked = askedOf(invocation, importIndex, { file, by: personOf(invocation) })
  const result = await withHub(invocation, (hub) => hub.act(importIndex, asked))
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

async function show(invocation: Invocation<FormatOption>): Promise<number> {
  const { options, terminal } = invocation
  const asked = askedOf(invocation, indexResult)
  const view = await withReader(invocation, (hub) => hub.ask(indexResult, asked))
  if (options.format === 'json') printDocument(invocation, view)
  else {
    const { indexText } = await import('./index-text.ts')
    terminal.print(indexText(view, invocation))
  }
  return EXIT.done
}
