import { afterEach, expect, test, vi } from 'vitest'
import { en } from '../src/messages/en.ts'
import { listenForStop } from '../src/stop-signals.ts'

afterEach(() => vi.restoreAllMocks())

function listen() {
  const notes: string[] = []
  const terminal = {
    columns: undefined,
    watched: false,
    print: () => undefined,
    printBytes: () => undefined,
    pour: async () => true,
    note: (text: string) => void notes.push(text),
  }
  return { notes, stop: listenForStop({ terminal, messages: en, env: {} }) }
}

test('the first signal asks the work to end, the second one ends the process at once', () => {
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never)
  const { notes, stop } = listen()
  expect(stop.code()).toBeUndefined()
  process.emit('SIGINT', 'SIGINT')
  expect(stop.signal.aborted).toBe(true)
  expect(stop.code()).toBe(130)
  expect(exit).not.toHaveBeenCalled()
  process.emit('SIGINT', 'SIGINT')
  expect(exit).toHaveBeenCalledWith(130)
  expect(notes).toHaveLength(2)
  stop.end()
})

test('signals go back to the system when the work has ended', () => {
  const before = process.listenerCount('SIGTERM')
  const { stop } = listen()
  expect(process.listenerCount('SIGTERM')).toBe(before + 1)
  stop.end()
  expect(process.listenerCount('SIGTERM')).toBe(before)
})
