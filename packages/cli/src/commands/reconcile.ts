import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { EXIT } from '../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface ReconcileOptions extends FormatOption {
  readonly org?: string
  readonly period?: string
  readonly tolerance?: string
  readonly source?: string
  readonly all?: boolean
}

export function addReconcile(program: Command, context: CommandContext): void {
  const { reconcile: help, stats } = context.messages.help
  program
    .command('reconcile')
    .description(help.about)
    .requiredOption('--period <period>', help.period)
    .option('--org <code>', stats.org)
    .option('--tolerance <number>', help.tolerance)
    .option('--source <ids>', stats.sources)
    .option('--all', help.all)
    .addOption(formatOption(context))
    .action(action<ReconcileOptions>(context, reconcile))
}

async function reconcile(invocation: Invocation<ReconcileOptions>): Promise<number> {
  const { org, period, tolerance, source, all } = invocation.options
  const { readAsked } = await import('@cchc/hub/questions/question')
  const { ReconcileParameters } = await import('@cchc/hub/parameters')
  const { reconcileView } = await import('@cchc/hub/views')
  const asked = { org, period, tolerance, source, all: all ? 'true' : undefined }
  const parameters = readAsked(ReconcileParameters, asked)
  const view = await withHub(invocation, (hub) => reconcileView(hub, parameters))
  const { RECONCILE_COLUMNS, RECONCILE_ORIGIN_COLUMNS } = await import(
    '../figures/reconcile-columns.ts'
  )
  const { printDayRange, printNumber } = await import('@cchc/domain')
  const summary = summaryText(view.summary, printNumber)
  if (isShownToPeople(invocation) && view.lines.length === 0) invocation.terminal.print(summary)
  else {
    await printListing(invocation, {
      rows: view.lines,
      document: view,
      head: [
        view.organisation?.name ?? 'Tất cả các đơn vị',
        `${printDayRange(view.period)}; ${summary}`,
      ],
      columns: RECONCILE_COLUMNS,
      csvColumns: RECONCILE_ORIGIN_COLUMNS,
    })
  }
  return view.summary.open > 0 ? EXIT.partial : EXIT.done
}

function isShownToPeople({ options }: Invocation<ReconcileOptions>): boolean {
  return options.format === 'table'
}

type Summary = Awaited<ReturnType<typeof import('@cchc/hub/views')['reconcileView']>>['summary']

function summaryText(
  { lines, byVerdict, explained, withinTolerance, open }: Summary,
  print: (count: number) => string,
): string {
  const missing = byVerdict.missing_there + byVerdict.missing_here
  return [
    `${print(lines)} số liệu`,
    `khớp ${print(byVerdict.equal)}`,
    `lệch ${print(byVerdict.different)}`,
    `thiếu ${print(missing)}`,
    `đã rõ nguyên nhân ${print(explained)}`,
    `trong dung sai ${print(withinTolerance)}`,
    `chưa rõ nguyên nhân ${print(open)}`,
  ].join('; ')
}
