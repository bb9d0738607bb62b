import { parseArgs } from 'node:util'
import { DATABASE_KINDS, type DatabaseKind } from './database.ts'

/** What the command is asked to do. */
export interface Asked {
  readonly seeds: readonly string[]
  readonly kind: DatabaseKind
  /** Whether a year that breaks a promise is cut down to the events that matter. */
  readonly shrinks: boolean
}

export const USAGE = `npm run simulate -- [--seed N | --seeds A..B | --years N] [--store ${DATABASE_KINDS.join('|')}] [--no-shrink]

  --seed N       lives the year of one seed
  --seeds A..B   lives the years of all seeds from A to B
  --years N      lives the years of the seeds 1 to N (100 unless told)
  --store KIND   the database (${DATABASE_KINDS[0]} unless told)
  --no-shrink    prints a broken year as it was drawn, without leaving events out
`

const OPTIONS = {
  seed: { type: 'string' },
  seeds: { type: 'string' },
  years: { type: 'string', default: '100' },
  store: { type: 'string', default: DATABASE_KINDS[0] },
  'no-shrink': { type: 'boolean', default: false },
} as const

/** Reads the command line; undefined where it cannot be understood. */
export function readArguments(words: readonly string[]): Asked | undefined {
  try {
    const { values } = parseArgs({ args: [...words], options: OPTIONS })
    const kind = DATABASE_KINDS.find((name) => name === values.store)
    const range = values.seeds ?? (values.seed ? `${values.seed}..${values.seed}` : undefined)
    const seeds = seedsOf(range ?? `1..${values.years}`)
    return kind && seeds ? { kind, seeds, shrinks: !values['no-shrink'] } : undefined
  } catch {
    return undefined
  }
}

function seedsOf(range: string): string[] | undefined {
  const [, first, last] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(range) ?? []
  if (first === undefined || last === undefined || Number(last) < Number(first)) return undefined
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
    String(Number(first) + index),
  )
}
