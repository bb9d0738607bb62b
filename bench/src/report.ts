import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Finding, isMet } from './finding.ts'

const RESULTS = 'out/benchmarks.json'

const HEAD = ['what', 'floor', 'ours', 'ratio', 'target', 'met?'] as const

/** The findings as a Markdown table, which reads as well on a terminal. */
export function table(findings: readonly Finding[]): string {
  const rows = [HEAD, HEAD.map(() => '---'), ...findings.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join(' | ')} |`
  return rows.map(line).join('\n')
}

function padded(cell: string, width: number): string {
  return cell === '---' ? '-'.repeat(width) : cell.padEnd(width)
}

function cells(finding: Finding): readonly string[] {
  const { what, floor, ours, ratio, target, best } = finding
  const sign = best === 'high' ? '>=' : '<='
  return [what, floor, ours, ratio.toFixed(2), `${sign} ${target}`, isMet(finding) ? 'yes' : 'NO']
}

/** The machine, without which no time means anything. */
export function machine() {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  }
}

/** Writes everything measured; returns its path from the root of the repository. */
export function writeResults(results: unknown): string {
  const path = fileURLToPath(new URL(`../../${RESULTS}`, import.meta.url))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`)
  return RESULTS
}
