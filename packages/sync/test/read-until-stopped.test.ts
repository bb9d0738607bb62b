import { getEventListeners } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { readUntilStopped } from '../src/read-until-stopped.ts'

/** An iterator whose items are promises that the test settles. */
function source(items: readonly Promise<number>[], close?: () => Promise<never>) {
  const left = [...items]
  const next = async () => {
    const item = left.shift()
    return item === undefined
      ? { done: true, value: undefined }
      : { done: false, value: await item }
  }
  const iterator = { next, ...(close ? { return: close } : {}) } as AsyncIterator<number>
  return { [Symbol.asyncIterator]: () => iterator }
}

async function readAll(items: AsyncIterable<number>, signal = new AbortController().signal) {
  const read: number[] = []
  for await (const item of readUntilStopped(items, signal)) read.push(item)
  return read
}

const forever = new Promise<never>(() => undefined)

it('yields everything and leaves no listener behind', async () => {
  const { signal } = new AbortController()
  expect(await readAll(source([1, 2, 3].map((item) => Promise.resolve(item))), signal)).toEqual([
    1, 2, 3,
  ])
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

it('meets a failure that came while the last item was being handled', async () => {
  const read: number[] = []
  const items = source([Promise.resolve(1), Promise.reject(new Error('lost'))])
  const reading = async () => {
    for await (const item of readUntilStopped(items, new AbortController().signal)) {
      await setImmediate()
      await setImmediate()
      read.push(item)
    }
  }
  await expect(reading()).rejects.toThrow('lost')
  expect(read).toEqual([1])
})

it('closes the source when it is stopped, whether or not the source can close', async () => {
  const close = vi.fn(() => Promise.reject(new Error('too late')))
  await expect(readAll(source([forever], close), AbortSignal.abort())).rejects.toThrow('stopped')
  expect(close).toHaveBeenCalledOnce()
  await expect(readAll(source([forever]), AbortSignal.abort())).rejects.toThrow('stopped')
})
