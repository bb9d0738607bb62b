import type { AuditResult, Finding } from '@cchc/hub/check'
import type { CommandContext } from '../../command-context.ts'
import { oneLine, textWidth } from '../../output/text-width.ts'

type Context = Pick<CommandContext, 'messages' | 'terminal'>

const DEFAULT_WIDTH = 100
const INDENT = '    '

/** An audit for people: what was checked, then each kind of defect with its rows, errors before the rest. */
export function findingText(result: AuditResult, context: Context): string {
  const { findings, checked, report } = result
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const summary = context.messages.check.summary(checked, errors, findings.length - errors)
  const title = [report.agency, report.period.text].filter((text) => text).join(', ')
  const groups = Map.groupBy(
    findings.toSorted((a, b) => a.severity.localeCompare(b.severity) || a.kind - b.kind),
    ({ severity, kind }) => `${severity} ${kind}`,
  )
  const parts = [...groups.values()].map((group) => groupText(group, context))
  return [...(title === '' ? [] : [oneLine(title)]), summary, ...parts].join('\n')
}

function groupText(group: readonly Finding[], context: Context): string {
  const { check } = context.messages
  const [first] = group
  if (!first) return ''
  const head = `\n${check.kinds[first.kind] ?? first.rule} (${check[first.severity]})`
  return [head, ...group.map((finding) => oneFinding(finding, context))].join('\n')
}

function oneFinding({ rows, explanation }: Finding, { messages, terminal }: Context): string {
  const { check } = messages
  const lines = rows.map(({ line }) => line)
  const where = lines.length === 0 ? check.whole : check.lines(ranges(lines))
  const width = (terminal.columns ?? DEFAULT_WIDTH) - INDENT.length
  return [`  ${where}`, ...wrapped(oneLine(explanation), width).map((line) => INDENT + line)].join(
    '\n',
  )
}

/** `7-10, 12`. */
function ranges(lines: readonly number[]): string {
  const ordered = [...new Set(lines)].toSorted((a, b) => a - b)
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
