import { RunConflict, StoreError, say } from '@cchc/domain'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startHeartbeat } from '../src/heartbeat.ts'
import { silent } from './scripted.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function start(heartbeat: () => Promise<void>) {
  const onLost = vi.fn()
  const warn = vi.fn()
  const writer = { heartbeat } as Parameters<typeof startHeartbeat>[0]
  const beat = startHeartbeat(writer, { everyMs: 10, log: { ...silent, warn }, onLost })
  return { beat, onLost, warn }
}

it('beats once at a time, however slow the store', async () => {
  const written = Promise.withResolvers<void>()
  const heartbeat = vi.fn(() => written.promise)
  start(heartbeat)
  await vi.advanceTimersByTimeAsync(50)
  expect(heartbeat).toHaveBeenCalledTimes(1)
  written.resolve()
  await vi.advanceTimersByTimeAsync(10)
  expect(heartbeat).toHaveBeenCalledTimes(2)
})

it('warns of a store that fails, and goes on', async () => {
  const heartbeat = vi.fn(() => Promise.reject(new StoreError(say('the disk is full'))))
  const { onLost, warn } = start(heartbeat)
  await vi.advanceTimersByTimeAsync(20)
  expect(warn.mock.calls[0]).toEqual(['the lease could not be renewed', { code: 'store_failed' }])
  expect(heartbeat).toHaveBeenCalledTimes(2)
  expect(onLost).not.toHaveBeenCalled()
})

it('tells the loss of the lease, without a warning', async () => {
  const lost = new RunConflict(say('another run holds the source'))
  const { onLost, warn } = start(() => Promise.reject(lost))
  await vi.advanceTimersByTimeAsync(10)
  expect(onLost).toHaveBeenCalledWith(lost)
  expect(warn).not.toHaveBeenCalled()
})

it('stops when it is told to, and holds no process open', () => {
  vi.useRealTimers()
  const started = vi.spyOn(globalThis, 'setInterval')
  const stopped = vi.spyOn(globalThis, 'clearInterval')
  const { beat } = start(() => Promise.resolve())
  const timer = started.mock.results[0]?.value as NodeJS.Timeout
  expect(timer.hasRef()).toBe(false)
  beat.stop()
  expect(stopped).toHaveBeenCalledWith(timer)
})
