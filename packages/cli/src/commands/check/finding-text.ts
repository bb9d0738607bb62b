import { type AuditResult, DEFECT_KINDS, type Finding, inVietnamese } from '@cchc/hub/check'
import type { CommandContext } from '../../command-context.ts'
import { oneLine, textWidth } from '../../output/text-width.ts'

type Context = Pick<CommandContext, 'messages' | 'terminal' | 'language'>

const DEFAULT_WIDTH = 100
const INDENT = '    '

/** An audit for people: what was checked, then each kind of defect with its rows, errors before the rest. */
export function findingText(result: AuditResult, context: Context): string {
  const { findings, checked, report } = result
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const summary = context.messages.check.summary(checked, errors, findings.length - errors)
  const title = [report.agency, report.period.text].filter((text) => text).join(', ')
  const groups = Map.groupBy(
    findings.toSorted((a, b) => a.severity.localeCompare(b.severity) || numberOf(a) - numberOf(b)),
    ({ severity, kind }) => `${severity} ${kind}`,
  )
  const parts = [...groups.values()].map((group) => groupText(group, context))
  return [
    ...(title === '' ? [] : [oneLine(title)]),
    summary,
    ...coverageLines(result, context),
    ...parts,
  ].join('\n')
}

/** What could be judged of each table, and why not the rest. */
function coverageLines(
  { coverage: { tables } }: AuditResult,
  { messages: { check }, terminal }: Context,
): readonly string[] {
  const width = (terminal.columns ?? DEFAULT_WIDTH) - INDENT.length
  const lines = tables.map(({ sheet, table, rows, rules }) => {
    const sum = (of: 'satisfied' | 'broken' | 'blank' | 'words' | 'withoutParts') =>
      rules.reduce((total, rule) => total + rule[of], 0)
    return `${check.table(sheet, table)}: ${check.coverage({
      rows,
      satisfied: sum('satisfied'),
      broken: sum('broken'),
      blank: sum('blank'),
      words: sum('words'),
      withoutParts: sum('withoutParts'),
    })}`
  })
  return lines.flatMap((line) =>
    wrapped(oneLine(line), width).map((part, index) => (index === 0 ? `  ${part}` : INDENT + part)),
  )
}

function numberOf({ kind }: Finding): number {
  return DEFECT_KINDS[kind].number
}

function groupText(group: readonly Finding[], context: Context): string {
  const { messages, language } = context
  const [first] = group
  if (!first) return ''
  const head = `\n${DEFECT_KINDS[first.kind][language]} (${messages.check[first.severity]})`
  return [head, ...group.map((finding) => oneFinding(finding, context))].join('\n')
}

function oneFinding(finding: Finding, { messages, terminal }: Context): string {
  const { rows, explanation, consequences = [] } = finding
  const { check } = messages
  const where = rows.length === 0 ? check.whole : check.lines(lineRanges(rows))
  const width = (terminal.columns ?? DEFAULT_WIDTH) - INDENT.length
  const lines = wrapped(oneLine(inVietnamese(explanation)), width)
  const beneath = consequences.flatMap((one) => {
    const text = `${check.follows}: ${inVietnamese(one.explanation)}`
    const [first = '', ...others] = wrapped(oneLine(text), width - 2)
    return [`- ${first}`, ...others.map((line) => `  ${line}`)]
  })
  return [`  ${where}`, ...[...lines, ...beneath].map((line) => INDENT + line)].join('\n')
}

/** The lines of rows: `7-10, 12`. */
export function lineRanges(rows: readonly { readonly line: number }[]): string {
  const ordered = [...new Set(rows.map(({ line }) => line))].toSorted((a, b) => a - b)
  const starts = ordered.filter((line, index) => line - (ordered[index - 1] ?? -1) !== 1)
  return starts
    .map((start, index) => {
      const next = starts[index + 1]
      const end = ordered.findLast((line) => next === undefined || line < next) ?? start
      return end === start ? `${start}` : `${start}-${end}`
    })
    .join(', ')
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`) <= width) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}
