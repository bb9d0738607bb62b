/** All pages of a reading. */
export async function pagesOf<P>(pages: AsyncIterable<P>): Promise<P[]> {
  return Array.fromAsync(pages)
}

/** All records of a reading. */
export async function recordsOf<T>(
  pages: AsyncIterable<{ readonly records: readonly T[] }>,
): Promise<T[]> {
  return (await pagesOf(pages)).flatMap(({ records }) => records)
}

/** The error of a reading that must fail; one that says so where it does not. */
export async function errorOf(reading: Promise<unknown>): Promise<Error> {
  return reading.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown as Error,
  )
}
