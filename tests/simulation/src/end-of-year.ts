import { dayOf } from '@cchc/domain'
import type { Run, Store } from '@cchc/store'
import { openQuietStore } from '@cchc/store/testing'
import type { Databases } from './database.ts'
import { BrokenPromise } from './finding.ts'
import { difference } from './invariants/known-stays-known.ts'
import { SOURCES } from './portal.ts'
import { syncIn } from './sync.ts'
import { View } from './view.ts'
import type { Year } from './year.ts'

const HOUR_MS = 3_600_000

/** What holds when the faults are over and every source was read once more from the beginning. */
export const END_PROMISES = {
  'quiet-pass-is-whole': 'A whole pass over a portal that behaves is done.',
  'end-is-undisturbed':
    'The store then holds what a single whole pass over the same portals leaves in an empty one.',
} as const

/** Mends everything, reads every source once more, accepts what is gone, and compares with a hub that has only ever read this once. */
export async function endYear(
  year: Year,
  { store, databases, look }: { store: Store; databases: Databases; look: () => Promise<void> },
): Promise<void> {
  year.machines.mend()
  for (const portal of Object.values(year.portals)) portal.mend()
  await year.time.passTo(year.time.now + HOUR_MS, look)
  await readAll(year, look)
  const database = await databases.fresh()
  const undisturbed = await openQuietStore({ url: database.url })
  try {
    await year.machines.end(database.url)
    await readAll(year, async () => undefined)
    const [lived, fresh] = [new View(year, store), new View(year, undisturbed)]
    const message = await firstDifference(lived, fresh)
    if (message) throw new BrokenPromise({ invariant: 'end-is-undisturbed', message })
  } finally {
    await undisturbed.close()
    database.remove()
  }
}

async function readAll(year: Year, look: () => Promise<void>): Promise<void> {
  for (const source of SOURCES) {
    const onRun = ({ status, error }: Run) => {
      if (status === 'done') return
      const message = `${source}: ${status} ${JSON.stringify(error)}`
      year.report({ invariant: 'quiet-pass-is-whole', message })
    }
    const job = { source, full: true, acceptRemovals: true, rows: 1000, onRun }
    year.start('worker-1', (process, store) => syncIn(year, job, { process, store }))
    await year.time.passTo(year.time.now + HOUR_MS, look)
  }
}

async function firstDifference(lived: View, fresh: View): Promise<string | undefined> {
  const contents = [await contentOf(lived), await contentOf(fresh)] as const
  for (const [name, expected] of contents[1]) {
    const found = contents[0].get(name) ?? 'nothing'
    if (found !== expected) return `${name}: ${difference(expected, found)}`
  }
  const served = new Set(lived.year.province.dossiers.map(({ code }) => code))
  const today = dayOf(lived.year.time.now)
  const extra = [...contents[0].keys()].find(
    (name) => !contents[1].has(name) && !mayStay(name, { served, today }),
  )
  return extra && `${extra} is stored, and an undisturbed hub does not have it`
}

/**
 * What a portal no longer serves stays where its stream cannot show removals: dossiers, refused ones too, and figures; and
 * what it counted of days that are not over, for a machine whose clock was ahead: no period reaches there.
 */
function mayStay(
  name: string,
  { served, today }: { readonly served: ReadonlySet<string>; readonly today: string },
): boolean {
  const [, code = ''] = /one-stop dossiers (.*)/.exec(name) ?? []
  const [, to = ''] = / (?:petitions|payments) .*\|(\d{4}-\d{2}-\d{2})/.exec(name) ?? []
  return name.includes(' figures ') || (code !== '' && !served.has(code)) || to >= today
}

/** Every row by its name, as text, without what tells when, by which run and in which order it came. */
async function contentOf(view: View): Promise<Map<string, string>> {
  const rows = new Map<string, string>()
  for (const { runId, knownFrom, version, source, ...dossier } of await view.dossiers()) {
    rows.set(`${source} dossiers ${dossier.code}`, JSON.stringify(dossier))
  }
  for (const { source, stream, key, value } of await view.records()) {
    // What a portal states of a period that goes on changes by the hour.
    if ((value as { readonly provisional?: boolean }).provisional) continue
    rows.set(`${source} ${stream} ${key}`, JSON.stringify(value))
  }
  for (const refused of await view.refused()) rows.set(`refused ${refused}`, 'refused')
  return rows
}
