import type { AnswerOf } from '@cchc/hub/questions/question'
import { reconciliation } from '@cchc/hub/questions/reconciliation'
import { type Command, Option } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { LISTING_FORMATS, printListing } from '../../output/listing.ts'
import { printMissing } from '../../print-missing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'

export function addReconcile(program: Command, context: CommandContext): void {
  const { reconcile: help, common } = context.messages.help
  const own = [
    { option: new Option('--format <format>', common.format).choices(FORMATS).default('table') },
    { option: new Option('-o, --output <folder>', help.output) },
  ]
  questionCommand(program, context, { question: reconciliation, own }).action(
    action<ReconcileOptions>(context, reconcile),
  )
}

const FORMATS = [...LISTING_FORMATS, 'xlsx'] as const

interface ReconcileOptions {
  readonly format: (typeof FORMATS)[number]
  readonly output?: string
}

async function reconcile(invocation: Invocation<ReconcileOptions>): Promise<number> {
  const asked = askedOf(invocation, reconciliation)
  const view = await withReader(invocation, (hub) => hub.ask(reconciliation, asked))
  const { RECONCILE_ORIGIN_COLUMNS, reconcileColumns } = await import('./reconcile-columns.ts')
  const { printDayRange, printNumber } = await import('@cchc/domain')
  const summary = summaryText(view.summary, printNumber)
  const { format, output: folder = '.' } = invocation.options
  if (format === 'xlsx') {
    const { reconcileWorkbook, writeWorkbook } = await import('./reconcile-workbook.ts')
    const bytes = await reconcileWorkbook(view, { summary, now: invocation.now() })
    invocation.terminal.print(writeWorkbook(bytes, { cwd: invocation.cwd, folder, view }))
  } else if (format === 'table' && view.lines.length === 0) invocation.terminal.print(summary)
  else {
    await printListing(
      { ...invocation, options: { ...invocation.options, format } },
      {
        rows: view.lines,
        document: view,
        head: [
          view.organisation?.name ?? 'Tất cả các đơn vị',
          `${printDayRange(view.period)}; ${summary}`,
        ],
        columns: reconcileColumns(view.lines),
        csvColumns: RECONCILE_ORIGIN_COLUMNS,
      },
    )
  }
  const told = printMissing(invocation, { missing: view.missing, partial: true })
  return view.summary.open > 0 ? EXIT.partial : told
}

function summaryText(
  {
    lines,
    byVerdict,
    explained,
    withinTolerance,
    open,
  }: AnswerOf<typeof reconciliation>['summary'],
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
