import { PortalChanged, say } from '@cchc/domain'
import { compactKey } from './identities.ts'
import { ASK, type KeyedRow, Reading } from './page-reading.ts'
import type { NewRows, PagedList } from './paged-list.ts'

const READINGS = 5

/**
 * Reads a list to its end, whatever the portal does with offsets, page sizes and totals; each state of a row once. A list
 * that shrank or moved meanwhile, or held fewer rows than its total says, is read again from its beginning, and what the
 * readings found together is judged. PortalChanged when it does not fit then, or when the list has no end.
 */
export async function* pages<R>(list: PagedList<R>): AsyncGenerator<NewRows<R>, void, undefined> {
  const states = new Set<string>()
  const found = new Findings()
  const resumed = await resumedStart(list)
  let size = list.pageSize
  for (let turn = 1; turn <= READINGS; turn += 1) {
    const start = turn === 1 ? resumed : 0
    const reading = new Reading(list, { start, size })
    yield* readOnce({ list, reading, states })
    const verdict = found.judge(reading)
    if (verdict === 'whole') return
    yield { rows: [], next: 0, mark: undefined }
    if (verdict === 'short twice') throw shortTwice(list, found.missing)
    size = list.by === 'number' && found.missing > 0 ? reading.smallestPage : list.pageSize
  }
  throw unsettled(list, found.missing)
}

/**
 * Rows that went away before an offset would hide as many behind it: the row before it must still be the same. Numbers of
 * pages name no row, so that such a list is read from its beginning.
 */
async function resumedStart<R>({ start = 0, mark, ...list }: PagedList<R>): Promise<number> {
  if (list.by === 'number') return 0
  if (start === 0 || mark === undefined) return start
  const { rows } = await list.fetch({ start: start - 1, end: start, page: start, size: 1 })
  const [row] = rows
  return row !== undefined && compactKey(list.identity(row), row) === mark ? start : 0
}

interface Way<R> {
  readonly list: PagedList<R>
  readonly reading: Reading<R>
  readonly states: Set<string>
}

/** Once a list has moved, a reading that is broken off must begin anew. */
async function* readOnce<R>({ list, reading, states }: Way<R>) {
  const isNew = ({ key, row }: KeyedRow<R>) => {
    const state = `${key} ${list.version?.(row) ?? 0}`
    const known = states.has(state)
    states.add(state)
    return !known
  }
  while (!reading.atEnd) {
    const keyed = reading.take(await list.fetch(reading.place()))
    const rows = keyed.filter(isNew).map(({ row }) => row)
    if (rows.length === 0) continue
    const { moved, resume, mark } = reading
    yield moved ? { rows, next: 0, mark: undefined } : { rows, next: resume, mark }
  }
}

type Verdict = 'whole' | 'again' | 'short twice'

/** What the readings of a list found together. */
class Findings {
  missing = 0
  #readings = 0
  #latest: number | undefined
  #joined = new Set<string>()

  /** Rows that were seen before a total fell may be gone: they do not stand in for others. */
  judge(reading: Reading<unknown>): Verdict {
    this.#readings += 1
    if ((reading.claimed ?? 0) < (this.#latest ?? 0)) this.#joined = new Set()
    this.#latest = reading.latest
    const [missed, known] = [this.missing, this.#joined.size]
    for (const key of reading.keys) this.#joined.add(key)
    const added = this.#joined.size - known
    this.missing = Math.max(0, (reading.total ?? 0) - reading.start - this.#joined.size)
    if (reading.fell) this.#joined = new Set()
    if (this.missing === 0) return this.#isWhole(reading, added) ? 'whole' : 'again'
    const isSame = this.missing === missed && added === 0
    return isSame && !reading.moved ? 'short twice' : 'again'
  }

  #isWhole({ moved, fell, total }: Reading<unknown>, added: number): boolean {
    if (!moved) return true
    if (fell || this.#readings === 1) return false
    return total !== undefined || added === 0
  }
}

function shortTwice<R>(list: PagedList<R>, count: number): PortalChanged {
  const values = { list: list.name, count }
  return new PortalChanged(
    say('{list}: the portal counts {count} more than it hands out, twice in a row', values),
    { fix: list.fix ?? ASK },
  )
}

function unsettled<R>(list: PagedList<R>, count: number): PortalChanged {
  const values = { list: list.name, readings: READINGS }
  const message =
    count > 0
      ? say('{list}: the portal counts {count} more than it handed out in {readings} readings', {
          ...values,
          count,
        })
      : say('{list}: moved in each of {readings} readings, so that rows may be missing', values)
  return new PortalChanged(message, { fix: list.fix ?? ASK })
}
