/**
 * Yields what `source` yields while the next item is already on its way: fetching one page overlaps with writing the
 * one before it, and never more than one page runs ahead.
 */
export async function* readAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  const iterator = source[Symbol.asyncIterator]()
  let next = start(iterator)
  try {
    for (;;) {
      const item = await next
      if (item.done) return
      next = start(iterator)
      yield item.value
    }
  } finally {
    await next.catch(() => undefined)
    await iterator.return?.()
  }
}

function start<T>(iterator: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const next = iterator.next()
  next.catch(() => undefined)
  return next
}
