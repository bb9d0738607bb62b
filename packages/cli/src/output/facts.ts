import { oneLine, textWidth } from './text-width.ts'

/** Lays out one thing as lines `name  value`; a list of values takes a line each. */
export function renderFacts(
  facts: readonly (readonly [string, string | readonly string[]])[],
): string {
  const width = Math.max(...facts.map(([name]) => textWidth(name)))
  return facts
    .flatMap(([name, value]) => {
      const lines = typeof value === 'string' ? [value] : value
      return lines.map((line, index) => {
        const label = index === 0 ? name : ''
        return `${label}${' '.repeat(width - textWidth(label))}  ${oneLine(line)}`.trimEnd()
      })
    })
    .join('\n')
}
