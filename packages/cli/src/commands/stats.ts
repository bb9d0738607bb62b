import type { RuleComparisonParameters, StatisticsParameters } from '@cchc/hub/parameters'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { helpGroup } from '../command-group.ts'
import { EXIT } from '../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface FigureOptions extends FormatOption {
  readonly org?: string
  readonly by?: string
}

interface DossierOptions extends FigureOptions {
  readonly period?: string
  readonly rule?: string
  readonly source?: string
  readonly asKnownAt?: string
  readonly treeAt?: string
  readonly current?: boolean
}

export function addStats(program: Command, context: CommandContext): void {
  const { stats } = context.messages.help
  const { help: period } = context.messages.period
  const group = helpGroup(program, context, { name: 'stats', about: stats.about })
  group
    .command('dossiers')
    .description(stats.dossiers)
    .option('--org <code>', stats.org)
    .requiredOption('--period <period>', stats.period)
    .option('--by <groups>', stats.byDossiers)
    .option('--rule <name>', stats.rule)
    .option('--source <ids>', stats.sources)
    .option('--as-known-at <instant>', period.asKnownAt)
    .option('--tree-at <day>', period.treeAt)
    .option('--current', period.current)
    .addOption(formatOption(context))
    .action(action<DossierOptions>(context, dossiers))
  group
    .command('procedures')
    .description(stats.procedures)
    .option('--org <code>', stats.org)
    .option('--by <groups>', stats.byProcedures)
    .addOption(formatOption(context))
    .action(action<FigureOptions>(context, procedures))
}

async function dossiers(invocation: Invocation<DossierOptions>): Promise<number> {
  const { current, ...options } = invocation.options
  const { org, period, by, rule, source, asKnownAt, treeAt } = options
  const { readParameters, StatisticsParameters } = await import('@cchc/hub/parameters')
  const parameters = readParameters(StatisticsParameters, {
    ...{ org, period, by, rule, source, asKnownAt, treeAt },
    current: current ? 'true' : undefined,
  })
  const findings = parameters.rule?.includes(',')
    ? await comparison(invocation, { ...parameters, rule: parameters.rule })
    : await statistics(invocation, parameters)
  const { printFindings } = await import('../print-findings.ts')
  await printFindings(invocation, findings)
  return EXIT.done
}

async function statistics(
  invocation: Invocation<DossierOptions>,
  parameters: StatisticsParameters,
): Promise<readonly string[]> {
  const { dossierStatisticsView } = await import('@cchc/hub/views')
  const view = await withHub(invocation, (hub) => dossierStatisticsView(hub, parameters))
  const figures = await import('../figures/statistics-columns.ts')
  const { printDayRange, printTreeDay } = await import('@cchc/domain')
  const total = { group: null, ...view.total }
  await printListing<Parameters<ReturnType<typeof figures.originColumns>[number]['show']>[0]>(
    invocation,
    {
      rows: (parameters.by ?? []).length === 0 ? [total] : [...view.rows, total],
      document: view,
      head: [
        view.organisation?.name ?? 'Tất cả các đơn vị',
        `${printDayRange(view.period)}; quy tắc đếm: ${view.rule.name} (${view.rule.id}, phiên bản ${view.rule.version})`,
        ...(view.treeAt === undefined ? [] : [printTreeDay(view.treeAt)]),
      ],
      columns: figures.statisticsColumns(parameters.by ?? [], [total]),
      csvColumns: figures.originColumns(view),
    },
  )
  await noteClosed(invocation, view.closed)
  return view.findings
}

/** Frozen figures say so, beside the table. */
async function noteClosed(
  invocation: Invocation<DossierOptions>,
  closed: { by: string; recordedAt: string; restated: boolean } | undefined,
): Promise<void> {
  if (!closed) return
  const { instantOf } = await import('../output/operator-text.ts')
  const { terminal, messages } = invocation
  const at = instantOf(Date.parse(closed.recordedAt), invocation)
  terminal.note(messages.period.closedBy(closed.by, at))
  if (closed.restated) terminal.note(messages.period.restated)
}

async function comparison(
  invocation: Invocation<DossierOptions>,
  parameters: RuleComparisonParameters,
): Promise<readonly string[]> {
  const { ruleComparisonView } = await import('@cchc/hub/views')
  const { printComparison } = await import('../figures/print-comparison.ts')
  const view = await withHub(invocation, (hub) => ruleComparisonView(hub, parameters))
  await printComparison(invocation, { view, by: parameters.by ?? [] })
  return view.findings
}

async function procedures(invocation: Invocation<FigureOptions>): Promise<number> {
  const { org, by } = invocation.options
  const { readParameters, ProcedureCountParameters } = await import('@cchc/hub/parameters')
  const { procedureCountsView } = await import('@cchc/hub/views')
  const parameters = readParameters(ProcedureCountParameters, { org, by })
  const view = await withHub(invocation, (hub) => procedureCountsView(hub, parameters))
  const { countColumns } = await import('../figures/procedure-count-columns.ts')
  const dimensions = parameters.by ?? []
  const total = { group: null, count: view.total }
  await printListing(invocation, {
    rows: dimensions.length === 0 ? [total] : [...view.rows, total],
    document: view,
    columns: countColumns(dimensions),
  })
  return EXIT.done
}
