import type { SourceShare } from './figure-origin.ts'

interface Brought {
  readonly source: string
  readonly run: string | null
  readonly count: number
}

/** Counted records by source and by the run that brought them, where that is known; the oldest run first. */
export function sharesOf(counted: readonly Brought[]): SourceShare[] {
  const bySource = Map.groupBy(counted, ({ source }) => source)
  return [...bySource]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, own]) => ({
      source,
      count: total(own),
      runs: [...Map.groupBy(own, ({ run }) => run)]
        .flatMap(([run, brought]) => (run === null ? [] : [{ run, count: total(brought) }]))
        .toSorted((a, b) => a.run.localeCompare(b.run, 'en', { numeric: true })),
    }))
}

function total(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0)
}
