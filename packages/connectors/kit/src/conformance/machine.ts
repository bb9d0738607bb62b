import { format, inspect } from 'node:util'
import type { Log } from '../io.ts'

/** Runs an action as on a machine of that time zone. */
export async function inTimeZone<T>(zone: string, action: () => Promise<T>): Promise<T> {
  const { TZ } = process.env
  process.env.TZ = zone
  try {
    return await action()
  } finally {
    if (TZ === undefined) delete process.env.TZ
    else process.env.TZ = TZ
  }
}

/** Runs an action as on a machine whose own clock is so far ahead. */
export async function withClockAhead<T>(ms: number, action: () => Promise<T>): Promise<T> {
  const { Date: Own } = globalThis
  const ahead = () => Own.now() + ms
  globalThis.Date = new Proxy(Own, {
    construct: (target, parts: unknown[]) =>
      parts.length === 0 ? new target(ahead()) : Reflect.construct(target, parts),
    apply: (target) => new target(ahead()).toString(),
    get: (target, name) => (name === 'now' ? ahead : Reflect.get(target, name)),
  })
  try {
    return await action()
  } finally {
    globalThis.Date = Own
  }
}

const METHODS = ['debug', 'error', 'info', 'log', 'warn'] as const

/** Runs an action and gives what it wrote to the console to `lines` instead. */
export async function withConsole<T>(lines: string[], action: () => Promise<T>): Promise<T> {
  const { console: output } = globalThis
  const own = METHODS.map((name) => output[name])
  for (const name of METHODS)
    output[name] = (...words: unknown[]) => void lines.push(format(...words))
  try {
    return await action()
  } finally {
    METHODS.forEach((name, i) => {
      output[name] = own[i] as typeof output.log
    })
  }
}

/** Keeps what a log may print: as JSON, and with what JSON leaves out of an error. */
export function memoryLog(lines: string[]): Log {
  const write = (message: string, facts: Readonly<Record<string, unknown>> = {}) => {
    lines.push(`${message} ${JSON.stringify(facts)} ${inspect(facts, { depth: 8 })}`)
  }
  return { debug: write, info: write, warn: write }
}

/** What an action throws; undefined where it does not. */
export async function failureOf(action: () => Promise<unknown>): Promise<unknown> {
  try {
    await action()
    return undefined
  } catch (thrown) {
    return thrown ?? new Error('something empty was thrown')
  }
}
