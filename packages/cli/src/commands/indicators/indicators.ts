import { importIndicators } from '@cchc/hub/actions/import-indicators'
import { setIndicator } from '@cchc/hub/actions/set-indicator'
import { undoIndicators } from '@cchc/hub/actions/undo-indicators'
import { enteredIndicators } from '@cchc/hub/questions/entered-indicators'
import { missingIndicators } from '@cchc/hub/questions/missing-indicators'
import { type Command, Option } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { helpGroup } from '../../command-group.ts'
import { personOf } from '../../entering.ts'
import { EXIT } from '../../exit-code.ts'
import {
  type FormatOption,
  formatOption,
  printDocument,
  printListing,
} from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withHub, withReader } from '../../with-hub.ts'

interface ListOptions extends FormatOption {
  readonly missing?: boolean
}

export function addIndicators(program: Command, context: CommandContext): void {
  const { help } = context.messages.entered
  const group = helpGroup(program, { name: 'indicators', about: help.indicators })
  const format = () => ({ option: formatOption(context), after: 'org' })
  const entering = { own: [format()], supplied: ['by'] }
  questionCommand(group, context, { question: importIndicators, ...entering }).action(
    action<FormatOption>(context, importFile),
  )
  questionCommand(group, context, { question: setIndicator, ...entering, own: [format()] }).action(
    action<FormatOption>(context, setFigure),
  )
  questionCommand(group, context, {
    question: undoIndicators,
    own: [format()],
    explained: ['what'],
    supplied: ['by'],
  }).action(action<FormatOption>(context, undo))
  questionCommand(group, context, {
    question: enteredIndicators,
    own: [format(), { option: new Option('--missing', help.missing), after: 'template' }],
  }).action(
    action<ListOptions>(context, (invocation) =>
      invocation.options.missing ? listMissing(invocation) : list(invocation),
    ),
  )
}

async function importFile(invocation: Invocation<FormatOption>): Promise<number> {
  const { options, words, terminal } = invocation
  const { givenFile } = await import('../../given-file.ts')
  const { importText } = await import('./import-text.ts')
  const file = givenFile(words[0] ?? '', invocation)
  const asked = askedOf(invocation, importIndicators, { file, by: personOf(invocation) })
  const result = await withHub(invocation, (hub) => hub.act(importIndicators, asked))
  if (options.format === 'json') printDocument(invocation, result)
  else terminal.print(importText(result, invocation))
  return EXIT.done
}

async function setFigure(invocation: Invocation<FormatOption>): Promise<number> {
  const { indicatorColumns } = await import('./indicator-columns.ts')
  const asked = askedOf(invocation, setIndicator, { by: personOf(invocation) })
  const figure = await withHub(invocation, (hub) => hub.act(setIndicator, asked))
  const columns = indicatorColumns(invocation, { history: false })
  await printListing(invocation, { rows: [figure], document: figure, columns })
  if (figure.dryRun) invocation.terminal.note(invocation.messages.entered.nothingEntered)
  return EXIT.done
}

async function undo(invocation: Invocation<FormatOption>): Promise<number> {
  const { indicatorColumns } = await import('./indicator-columns.ts')
  const asked = askedOf(invocation, undoIndicators, { by: personOf(invocation) })
  const done = await withHub(invocation, (hub) => hub.act(undoIndicators, asked))
  const { entered } = invocation.messages
  const columns = indicatorColumns(invocation, { history: true })
  const { dryRun } = done
  const head = [entered.undone({ dryRun, undone: done.undone.length, kept: done.kept.length })]
  await printListing(invocation, { rows: done.undone, document: done, columns, head })
  return EXIT.done
}

async function list(invocation: Invocation<ListOptions>): Promise<number> {
  const { indicatorColumns } = await import('./indicator-columns.ts')
  const asked = askedOf(invocation, enteredIndicators)
  const view = await withReader(invocation, (hub) => hub.ask(enteredIndicators, asked))
  const columns = indicatorColumns(invocation, { history: asked.history ?? false })
  await printListing(invocation, { rows: view.items, document: view, columns })
  return EXIT.done
}

async function listMissing(invocation: Invocation<ListOptions>): Promise<number> {
  const { missingColumns } = await import('./indicator-columns.ts')
  const asked = askedOf(invocation, missingIndicators)
  const view = await withReader(invocation, (hub) => hub.ask(missingIndicators, asked))
  const columns = missingColumns(invocation)
  await printListing(invocation, { rows: view.items, document: view, columns })
  return EXIT.done
}
