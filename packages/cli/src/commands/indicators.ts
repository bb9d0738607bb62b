import type { IndicatorView, MissingIndicator } from '@cchc/hub'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { helpGroup } from '../command-group.ts'
import {
  type EnteringOptions,
  enteringOf,
  withEnteringOptions,
} from '../entered/entering-options.ts'
import { EXIT } from '../exit-code.ts'
import { type FormatOption, formatOption, printDocument, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface ScopeOptions extends FormatOption {
  readonly org?: string
  readonly period: string
}

interface ImportOptions extends ScopeOptions, EnteringOptions {
  readonly template?: string
}

interface SetOptions extends ScopeOptions, EnteringOptions {
  readonly note?: string
}

interface ListOptions extends FormatOption {
  readonly org?: string
  readonly period?: string
  readonly template?: string
  readonly missing?: boolean
  readonly history?: boolean
}

export function addIndicators(program: Command, context: CommandContext): void {
  const { messages } = context
  const { help } = messages.entered
  const group = helpGroup(program, context, { name: 'indicators', about: help.indicators })
  const scoped = (name: string, about: string) =>
    group
      .command(name)
      .description(about)
      .option('--org <code>', messages.help.stats.org)
      .addOption(formatOption(context))
  withEnteringOptions(scoped('import', help.importFigures), context)
    .argument('<FILE>')
    .requiredOption('--period <period>', messages.help.stats.period)
    .option('--template <id>', help.template)
    .action(action<ImportOptions>(context, importFile))
  withEnteringOptions(scoped('set', help.setFigure), context)
    .argument('<ID>')
    .argument('<VALUE>')
    .requiredOption('--period <period>', messages.help.stats.period)
    .option('--note <text>', help.note)
    .action(action<SetOptions>(context, setFigure))
  scoped('list', help.listFigures)
    .option('--period <period>', messages.help.stats.period)
    .option('--template <id>', help.template)
    .option('--missing', help.missing)
    .option('--history', help.history)
    .action(action<ListOptions>(context, list))
}

async function importFile(invocation: Invocation<ImportOptions>): Promise<number> {
  const { options, words, terminal } = invocation
  const { givenFile } = await import('../given-file.ts')
  const { importText } = await import('../entered/import-text.ts')
  const file = givenFile(words[0] ?? '', invocation)
  const { template, period } = options
  const result = await withHub(invocation, (hub) =>
    hub.entered.importIndicators({
      ...enteringOf(invocation),
      ...organisationOf(options),
      ...(template === undefined ? {} : { template }),
      period,
      file,
    }),
  )
  if (options.format === 'json') printDocument(invocation, result)
  else terminal.print(await importText(result, invocation))
  return EXIT.done
}

/** A reason is leave to replace: there is but one figure to speak of. */
async function setFigure(invocation: Invocation<SetOptions>): Promise<number> {
  const { options, words } = invocation
  const [indicatorId = '', value = ''] = words
  const { note, period, reason } = options
  const view = await withHub(invocation, (hub) =>
    hub.entered.setIndicator({
      ...enteringOf(invocation),
      ...organisationOf(options),
      ...(note === undefined ? {} : { note }),
      ...(reason === undefined ? {} : { replace: true }),
      ...{ indicatorId, value, period },
    }),
  )
  return print(invocation, { rows: [view], document: view })
}

async function list(invocation: Invocation<ListOptions>): Promise<number> {
  const { options } = invocation
  const { period, template, history = false } = options
  const query = { ...organisationOf(options), ...(template === undefined ? {} : { template }) }
  if (options.missing) return listMissing(invocation, query)
  const asked = { ...query, history, ...(period === undefined ? {} : { period }) }
  const items = await withHub(invocation, (hub) => hub.entered.listIndicators(asked))
  return print(invocation, { rows: items, document: { items }, history })
}

async function listMissing(
  invocation: Invocation<ListOptions>,
  query: { readonly organisation?: string; readonly template?: string },
): Promise<number> {
  const { period } = invocation.options
  const { readAsked } = await import('@cchc/hub/questions/question')
  const { ReportParameters } = await import('@cchc/hub/parameters')
  const asked = readAsked(ReportParameters, { period })
  const items = await withHub(invocation, (hub) =>
    hub.entered.missingIndicators({ ...query, period: asked.period }),
  )
  const { missingColumns } = await import('../entered/indicator-columns.ts')
  const columns = missingColumns(invocation)
  await printListing<MissingIndicator>(invocation, { rows: items, document: { items }, columns })
  return EXIT.done
}

async function print(
  invocation: Invocation<FormatOption>,
  listing: {
    readonly rows: readonly IndicatorView[]
    readonly document: unknown
    readonly history?: boolean
  },
): Promise<number> {
  const { indicatorColumns } = await import('../entered/indicator-columns.ts')
  await printListing<IndicatorView>(invocation, {
    ...listing,
    columns: indicatorColumns(invocation, { history: listing.history ?? false }),
  })
  return EXIT.done
}

function organisationOf({ org }: { readonly org?: string }): { readonly organisation?: string } {
  return org === undefined ? {} : { organisation: org }
}
