import { type Example, type ExampleParts, partsOf } from '@cchc/audit/example'

type Part = Exclude<keyof ExampleParts, 'head'>

/** What stands above the lines of a part; none above a list that stands alone. */
const HEADS: Readonly<Record<Part, string>> = {
  rows: 'List (code | label | unit | figure | note)',
  wide: 'Table (code | label | figure of each column)',
  text: 'Text (words | value | unit | row)',
  tasks: 'Tasks (no | task | product | assignee | status | documents)',
  previous: 'Period before',
  stored: 'Stored figures',
}

/** A small report as a block of code. */
export function exampleText(example: Example): string {
  const lines = typeof example === 'string' ? dedented(example) : linesOf(partsOf(example))
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``
}

function linesOf({ head = {}, ...parts }: ExampleParts): readonly string[] {
  const stated = Object.entries(head).map(([name, value]) => `${name}: ${headText(value)}`)
  const told = (Object.keys(HEADS) as Part[]).flatMap((name) => {
    const part = parts[name]
    if (part === undefined) return []
    const lines = typeof part === 'string' ? dedented(part) : linesOf(part)
    return [`${HEADS[name]}:`, ...lines.map((line) => `  ${line}`)]
  })
  return [...stated, ...told]
}

function headText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.values(value)
    .map((one) => one ?? '…')
    .join(' ')
}

function dedented(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const margin = Math.min(...lines.map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(margin).trimEnd())
}
