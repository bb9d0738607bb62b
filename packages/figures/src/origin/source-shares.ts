import type { SourceShare } from './figure-origin.ts'

/** Counted records by source and by the run that brought them; the oldest run first. */
export function sharesOf(
  counted: readonly { readonly source: string; readonly run: string; readonly count: number }[],
): SourceShare[] {
  const bySource = Map.groupBy(counted, ({ source }) => source)
  return [...bySource]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, own]) => ({
      source,
      count: total(own),
      runs: [...Map.groupBy(own, ({ run }) => run)]
        .map(([run, brought]) => ({ run, count: total(brought) }))
        .toSorted((a, b) => a.run.localeCompare(b.run, 'en', { numeric: true })),
    }))
}

function total(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0)
}
