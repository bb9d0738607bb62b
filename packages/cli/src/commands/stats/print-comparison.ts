import { printDayRange, printInForce, printNumber, printTreeDay } from '@cchc/domain'
import type { Invocation } from '../../command-context.ts'
import { type FormatOption, printDocument, printListing } from '../../output/listing.ts'
import {
  answerColumns,
  answerLines,
  answerRows,
  type ComparisonView,
  causeColumns,
  causeRows,
  plainColumns,
  plainRows,
  ruleColumns,
  ruleRows,
} from './compared-columns.ts'
import { type Dimension, leftOutLines } from './statistics-columns.ts'

/** Prints figures of several rules side by side, then the causes of each rule's difference from the first. */
export async function printComparison(
  invocation: Invocation<FormatOption>,
  { view, by }: { readonly view: ComparisonView; readonly by: readonly Dimension[] },
): Promise<void> {
  const { format } = invocation.options
  if (format === 'json') return printDocument(invocation, view)
  if (format === 'csv') {
    const columns = plainColumns(view, by)
    return printListing(invocation, { rows: plainRows(view), columns, document: view })
  }
  const rules = view.rules.map(({ id, name, version, inForce }) => {
    const days = printInForce(inForce)
    return `${id}, phiên bản ${version}: ${name}${days === '' ? '' : `; hiệu lực ${days}`}`
  })
  await printListing(invocation, {
    rows: ruleRows(view),
    columns: ruleColumns(view, by),
    document: view,
    head: [
      view.organisation?.name ?? 'Tất cả các đơn vị',
      printDayRange(view.period),
      ...(view.treeAt === undefined ? [] : [printTreeDay(view.treeAt)]),
      ...rules,
      ...leftOutLines(view),
      ...(view.cautions ?? []),
      ...(view.missing ?? []),
    ],
  })
  for (const difference of view.total.differences) {
    await printDifference(invocation, { view, difference })
  }
}

async function printDifference(
  invocation: Invocation<FormatOption>,
  {
    view,
    difference,
  }: {
    readonly view: ComparisonView
    readonly difference: ComparisonView['total']['differences'][number]
  },
): Promise<void> {
  const { base, other, dossiers } = difference
  const title = `${other} so với ${base}: ${printNumber(dossiers)} hồ sơ được đếm khác nhau`
  const { terminal } = invocation
  if (dossiers === 0) return terminal.print(`\n${title}`)
  terminal.print('')
  await printListing(invocation, {
    rows: causeRows(difference),
    columns: causeColumns(difference),
    document: view,
    head: [title],
  })
  terminal.print('')
  if (invocation.options.format === 'table') {
    return terminal.print([ANSWERS, '', ...answerLines(difference)].join('\n'))
  }
  await printListing(invocation, {
    rows: answerRows(difference),
    columns: answerColumns(difference),
    document: view,
    head: [ANSWERS],
  })
}

const ANSWERS = 'Vì sao: mỗi quy tắc trả lời thế nào'
