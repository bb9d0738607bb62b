import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import { paymentStatistics } from '@cchc/hub/questions/payment-statistics'
import { portalScores } from '@cchc/hub/questions/portal-scores'
import { procedureCounts } from '@cchc/hub/questions/procedure-counts'
import type { AskedOf } from '@cchc/hub/questions/question'
import { ranking } from '@cchc/hub/questions/ranking'
import { ruleComparison } from '@cchc/hub/questions/rule-comparison'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { helpGroup } from '../../command-group.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { printFindings } from '../../print-findings.ts'
import { printMissing } from '../../print-missing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'

export function addStats(program: Command, context: CommandContext): void {
  const { stats } = context.messages.help
  const group = helpGroup(program, { name: 'stats', about: stats.about })
  const own = () => [{ option: formatOption(context) }]
  questionCommand(group, context, { question: dossierStatistics, own: own() }).action(
    action<FormatOption>(context, dossiers),
  )
  questionCommand(group, context, { question: ranking, own: own() }).action(
    action<FormatOption>(context, ranked),
  )
  questionCommand(group, context, { question: procedureCounts, own: own() }).action(
    action<FormatOption>(context, procedures),
  )
  questionCommand(group, context, { question: portalScores, own: own() }).action(
    action<FormatOption>(context, scores),
  )
  questionCommand(group, context, { question: paymentStatistics, own: own() }).action(
    action<FormatOption>(context, payments),
  )
}

/** Several rules are put side by side. */
async function dossiers(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, dossierStatistics)
  const {
    findings,
    cautions = [],
    missing,
  } = asked.rule?.includes(',') ? await comparison(invocation) : await statistics(invocation, asked)
  printFindings(invocation, [...cautions, ...findings])
  return printMissing(invocation, { missing, partial: asked.partial })
}

/** What is to be told of shown figures. */
interface Told {
  readonly findings: readonly string[]
  readonly cautions?: readonly string[] | undefined
  readonly missing?: readonly string[] | undefined
}

async function statistics(
  invocation: Invocation<FormatOption>,
  asked: AskedOf<typeof dossierStatistics>,
): Promise<Told> {
  const view = await withReader(invocation, (hub) => hub.ask(dossierStatistics, asked))
  const figures = await import('./statistics-columns.ts')
  const { printDayRange, printTreeDay } = await import('@cchc/domain')
  const { suppressedLines } = await import('../../output/suppressed.ts')
  const { by = [] } = asked
  const total = { group: null, ...view.total }
  await printListing<Parameters<ReturnType<typeof figures.originColumns>[number]['show']>[0]>(
    invocation,
    {
      rows: by.length === 0 ? [total] : [...view.rows, total],
      document: view,
      head: [
        view.organisation?.name ?? 'Tất cả các đơn vị',
        `${printDayRange(view.period)}; quy tắc đếm: ${view.rule.name} (${view.rule.id}, phiên bản ${view.rule.version})`,
        ...(view.treeAt === undefined ? [] : [printTreeDay(view.treeAt)]),
        ...figures.leftOutLines(view),
        ...figures.ministryLines(view),
        ...suppressedLines(view.suppressed),
        ...(view.cautions ?? []),
        ...(view.missing ?? []),
        ...(view.stated ?? []),
      ],
      columns: figures.statisticsColumns(by, [total]),
      csvColumns: figures.originColumns(view),
    },
  )
  await noteClosed(invocation, view.closed)
  return view
}

/** Frozen figures say so, beside the table. */
async function noteClosed(
  invocation: Invocation<FormatOption>,
  closed: { by: string; recordedAt: string; restated: boolean } | undefined,
): Promise<void> {
  if (!closed) return
  const { instantOf } = await import('../../output/operator-text.ts')
  const { terminal, messages } = invocation
  const at = instantOf(closed.recordedAt, invocation)
  terminal.note(messages.period.closedBy(closed.by, at))
  if (closed.restated) terminal.note(messages.period.restated)
}

async function comparison(invocation: Invocation<FormatOption>): Promise<Told> {
  const { printComparison } = await import('./print-comparison.ts')
  const asked = askedOf(invocation, ruleComparison)
  const view = await withReader(invocation, (hub) => hub.ask(ruleComparison, asked))
  await printComparison(invocation, { view, by: asked.by ?? [] })
  return view
}

async function ranked(invocation: Invocation<FormatOption>): Promise<number> {
  const { RANKING_COLUMNS, rateOf } = await import('./ranking-columns.ts')
  const { printDayRange } = await import('@cchc/domain')
  const asked = askedOf(invocation, ranking)
  const view = await withReader(invocation, (hub) => hub.ask(ranking, asked))
  const medians = view.levels.flatMap(({ name, median }) =>
    median === null ? [] : `${name}: ${rateOf(median)}`,
  )
  await printListing(invocation, {
    rows: view.levels.flatMap((of) => of.units.map((unit) => ({ ...unit, of }))),
    document: view,
    head: [
      `${view.measure.name}, ${printDayRange(view.period)}; quy tắc đếm: ${view.rule.name} (${view.rule.id}, phiên bản ${view.rule.version})`,
      `Trung vị: ${medians.join('; ')}. “ít hồ sơ”: dưới ${view.smallBelow} hồ sơ`,
    ],
    columns: RANKING_COLUMNS,
  })
  printFindings(invocation, view.cautions ?? [])
  return printMissing(invocation, { missing: view.missing, partial: asked.partial })
}

async function procedures(invocation: Invocation<FormatOption>): Promise<number> {
  const { countColumns } = await import('./procedure-count-columns.ts')
  const asked = askedOf(invocation, procedureCounts)
  const view = await withReader(invocation, (hub) => hub.ask(procedureCounts, asked))
  const { by = [] } = asked
  const total = { group: null, count: view.total }
  await printListing(invocation, {
    rows: by.length === 0 ? [total] : [...view.rows, total],
    document: view,
    columns: countColumns(by),
    head: view.missing ?? [],
  })
  return printMissing(invocation, { missing: view.missing, partial: asked.partial })
}

async function scores(invocation: Invocation<FormatOption>): Promise<number> {
  const { SCORE_COLUMNS, SCORE_ORIGIN_COLUMNS } = await import('./score-columns.ts')
  const { printDayRange } = await import('@cchc/domain')
  const asked = askedOf(invocation, portalScores)
  const view = await withReader(invocation, (hub) => hub.ask(portalScores, asked))
  await printListing(invocation, {
    rows: view.rows,
    document: view,
    head: [
      view.organisation?.name ?? 'Tất cả các đơn vị',
      `${printDayRange(view.period)}; điểm do cổng công bố, không tính lại`,
    ],
    columns: SCORE_COLUMNS,
    csvColumns: SCORE_ORIGIN_COLUMNS,
  })
  return EXIT.done
}

async function payments(invocation: Invocation<FormatOption>): Promise<number> {
  const { PAYMENT_COLUMNS } = await import('./payment-columns.ts')
  const { suppressedLines } = await import('../../output/suppressed.ts')
  const { printDayRange } = await import('@cchc/domain')
  const asked = askedOf(invocation, paymentStatistics)
  const view = await withReader(invocation, (hub) => hub.ask(paymentStatistics, asked))
  await printListing(invocation, {
    rows: view.rows,
    document: view,
    head: [
      view.organisation.name,
      printDayRange(view.period),
      ...suppressedLines(view.suppressed),
      ...(view.missing ?? []),
    ],
    columns: PAYMENT_COLUMNS,
  })
  return printMissing(invocation, { missing: view.missing, partial: false })
}
