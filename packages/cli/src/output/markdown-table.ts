import type { TableColumn } from './table.ts'

/** Rows as a Markdown table. */
export function renderMarkdownTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string {
  const titles = columns.map(({ title }) => escaped(title.replaceAll('\n', ' ')))
  const rule = columns.map(({ right }) => (right ? '---:' : '---'))
  return [titles, rule, ...rows.map((cells) => cells.map(escaped))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&')
}
