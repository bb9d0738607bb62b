import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore, type Store } from '@cchc/store'
import { faultOf } from '../store-fault.ts'
import type { Answer } from '../workplace.ts'
import type { Side } from './side.ts'

/** What a command has said and where; what there was to be seen before. */
export interface Claimed {
  readonly store: Store
  readonly answer: Answer
  readonly side: Side
  readonly folder: string
  /** The database that `store move` was told. */
  readonly moved: string
  /** Figures of the year as JSON, which no command here changes. */
  readonly figures: string
}

/** What commands claim; each answers with what is wrong, in words. */
export const CLAIMS = {
  async runs({ store, answer }: Claimed) {
    const told = runsOf(answer)
    if (told.length === 0) return 'no run is told'
    for (const { id, status } of told) {
      const run = await store.getRun(id)
      if (run.status !== status) return `run ${id} is ${run.status}, and was told to be ${status}`
    }
    return undefined
  },
  figures: async ({ answer, figures }: Claimed) =>
    figuresOf(answer) === figures ? undefined : `other figures than before: ${figuresOf(answer)}`,
  async report({ folder, side }: Claimed) {
    const path = join(folder, side.folder, side.name, 'tt01-06a_H99_2022-Q2.csv')
    return readFileSync(path, 'utf8').includes('Tổng số') ? undefined : 'the report is no report'
  },
  close: (claimed: Claimed) => recorded(claimed, 'close'),
  reopen: (claimed: Claimed) => recorded(claimed, 'reopen'),
  async entered({ store }: Claimed) {
    return (await holds(store, 40)) ? undefined : 'nothing is entered'
  },
  async undone({ store }: Claimed) {
    return (await holds(store, 30)) ? 'the entry is still there' : undefined
  },
  async dismissed({ store }: Claimed) {
    const { items } = await store.listQuarantine({ includeResolved: true })
    return items.some(({ dismissal }) => dismissal !== null) ? undefined : 'nothing is dismissed'
  },
  archive: ({ folder, side }: Claimed) =>
    restorable(join(folder, side.folder, `${side.name}.cchc`)),
  restored: async ({ store }: Claimed) => faultOf(store),
  async moved({ moved }: Claimed) {
    const store = await openStore({ url: moved })
    try {
      return await faultOf(store)
    } finally {
      await store.close()
    }
  },
}
export type Claim = keyof typeof CLAIMS

/** The runs that `--format json` told of, one a line or spread over lines. */
function runsOf({ stdout }: Answer): readonly { readonly id: string; readonly status: string }[] {
  const told = stdout.matchAll(/"id": ?"(\d+)"[^{}]*?"status": ?"(\w+)"/g)
  return [...told].map(([, id = '', status = '']) => ({ id, status }))
}

/** The figures of `stats --format json`. */
export function figuresOf({ stdout }: Answer): string {
  const { rows, total } = JSON.parse(stdout)
  return JSON.stringify({ rows, total })
}

async function recorded({ store, side }: Claimed, action: string): Promise<string | undefined> {
  const events = await store.listPeriodEvents()
  const mine = events.filter((event) => event.action === action && event.by === side.name)
  return mine.length === 1 ? undefined : `${action} is recorded ${mine.length} times`
}

async function holds(store: Store, value: number): Promise<boolean> {
  const entries = await store.listEnteredFigures()
  return entries.some(({ cell }) => cell.state === 'number' && cell.value === value)
}

async function restorable(file: string): Promise<string | undefined> {
  const store = await openStore({ url: `sqlite:${file}.db` })
  try {
    await store.restore({ file })
    return await faultOf(store)
  } finally {
    await store.close()
  }
}
