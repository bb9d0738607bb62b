/** Rows of one statement: both databases limit the number of its parameters. */
const CHUNK = 500

export function* inChunks<T>(items: readonly T[], most: number = CHUNK): Generator<T[]> {
  for (let start = 0; start < items.length; start += most) yield items.slice(start, start + most)
}
