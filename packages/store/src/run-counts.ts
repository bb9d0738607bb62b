import type { RunCounts } from './run.ts'

const COUNTS = [
  'pages',
  'fetched',
  'new',
  'changed',
  'unchanged',
  'outdated',
  'removed',
  'refused',
  'dismissed',
  'requests',
  'retries',
  'bytes',
] as const satisfies readonly (keyof RunCounts)[]

/** The counts added up one by one; a count that is left out is zero. */
export function sumCounts(...parts: readonly Partial<RunCounts>[]): RunCounts {
  const sum = (name: keyof RunCounts) => parts.reduce((total, part) => total + (part[name] ?? 0), 0)
  return Object.fromEntries(COUNTS.map((name) => [name, sum(name)])) as unknown as RunCounts
}
