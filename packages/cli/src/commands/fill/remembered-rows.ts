import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { writeWhole } from '@cchc/hub/disk'
import type { Invocation } from '../../command-context.ts'

/** Where it is kept what rows of received forms are, beside the configuration. */
const PLACE = join('forms', 'rows.txt')

/** What rows are by what was told before, and what is told now; later lines go before earlier ones. */
export class RememberedRows {
  readonly #path: string
  readonly #before: readonly string[]
  readonly #now: readonly string[]

  constructor({ cwd, options }: Invocation<{ readonly rows?: string }>) {
    this.#path = resolve(cwd, dirname(options.config ?? '.'), PLACE)
    this.#before = existsSync(this.#path) ? linesIn(readFileSync(this.#path, 'utf8')) : []
    this.#now = linesIn(options.rows ?? '')
  }

  /** All of it as a question takes it. */
  get text(): string | undefined {
    const lines = [...this.#before, ...this.#now]
    return lines.length > 0 ? lines.join('\n') : undefined
  }

  /** Keeps what is new of it and told what a row is: one that is not unknown, with or without its column; whether there was anything. */
  keep(unknown: readonly string[]): boolean {
    const left = unknown.map((place) => place.toLowerCase())
    const added = this.#now.filter((line) => {
      const label = line.slice(0, line.lastIndexOf('=')).trim().toLowerCase()
      const isLeft = left.some((place) => place === label || place.startsWith(`${label} (`))
      return !this.#before.includes(line) && !isLeft
    })
    const text = `${[...this.#before, ...added].join('\n')}\n`
    if (added.length > 0) writeWhole(this.#path, Buffer.from(text))
    return added.length > 0
  }
}

function linesIn(text: string): readonly string[] {
  return text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
