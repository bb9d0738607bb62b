/** Does all of it, so many at a time, begun in their order; the first failure ends it. */
export async function inTurn<T>(
  items: readonly T[],
  { atOnce }: { readonly atOnce: number },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values()
  const lane = async (): Promise<void> => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
