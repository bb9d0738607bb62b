import { stopReason } from './stop-reason.ts'

/**
 * Yields what the source yields and asks for one more item while the last is being handled, so that fetching overlaps
 * with writing; never holds more than that one. An abort ends the wait at once, even if the source ignores it.
 */
export async function* readUntilStopped<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  const iterator = source[Symbol.asyncIterator]()
  let next = ask(iterator)
  try {
    for (;;) {
      const result = await orStop(next, signal)
      if (result.done) return
      next = ask(iterator)
      yield result.value
    }
  } finally {
    abandon(iterator)
  }
}

/** A failure that comes while nobody waits is met at the next wait. */
function ask<T>(iterator: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const next = iterator.next()
  next.catch(() => undefined)
  return next
}

/** Not awaited: a source that hangs in its last request would hang the run as well. */
function abandon(iterator: AsyncIterator<unknown>): void {
  iterator.return?.().catch(() => undefined)
}

function orStop<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(stopReason(signal))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
