/** The rows that received the most, the first before the others, and how many are left out; all of them unless told. */
export function topOf<R>(
  rows: readonly R[],
  top: number | undefined,
  received: (row: R) => number,
): { readonly rows: readonly R[]; readonly leftOut?: number } {
  if (top === undefined) return { rows }
  const most = rows.toSorted((a, b) => received(b) - received(a)).slice(0, top)
  return { rows: most, leftOut: rows.length - most.length }
}
