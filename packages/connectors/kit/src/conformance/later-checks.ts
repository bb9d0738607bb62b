import { isCountedByPortal, type StreamSpec } from '../contract/stream.ts'
import { type Bench, fromStore, type Reading, type Subject } from './bench.ts'
import { type Check, type Finding, firstOf, isKept } from './check.ts'
import { turning } from './portal.ts'
import { codeOf, difference, recordsOf } from './records.ts'
import type { World } from './session.ts'
import { rowsOf } from './wire-text.ts'

const MOST_TURNS = 30

/** What a portal shows that lives on between two passes, and while one is read. */
export const LATER_CHECKS: readonly Check[] = [
  {
    name: 'is tried on a portal that has moved on',
    of: 'stream',
    fix: 'State in later the same portal some days on: for a stream that resumes with a record that is new and one that changed, for a list in pages with one of the first rows gone.',
    run: async (bench, subject) => judgeLater(bench, subject),
  },
  {
    name: 'reads in a second pass what is new or changed',
    of: 'stream',
    applies: isKept,
    fix: 'Begin the next pass where the last one began, not where it ended, and ask for what changed as well as for what is new.',
    run: async (bench, subject) => {
      if (!bench.later) return undefined
      const spec = subject.spec as StreamSpec
      const first = await bench.whole(subject)
      const cursor = fromStore(spec, first.pages.at(-1)?.cursor)
      const second = await bench.act(subject, bench.later, { cursor })
      if (second.error !== undefined) return { expected: 'no failure', came: said(second) }
      const fresh = recordsOf(spec, await wholeLater(bench, bench.later, subject))
      return difference(fresh, recordsOf(spec, first, second))
    },
  },
  {
    name: 'gives a changed dossier a higher version',
    of: 'stream',
    applies: ({ entity }) => entity === 'dossier',
    fix: 'version orders the states of one dossier: the instant of its last change, or a number of the portal that grows.',
    run: async (bench, subject) => judgeVersions(bench, subject),
  },
  {
    name: 'loses nothing while the portal moves under it',
    of: 'stream',
    fix: 'Read lists with pages(), which notices rows that move; note in the cursor when the pass began.',
    run: async (bench, subject) => {
      const { later } = bench
      if (!later) return undefined
      const { exchanges } = (await bench.whole(subject)).session
      const step = Math.max(1, Math.ceil(exchanges.length / MOST_TURNS))
      const turns = exchanges.filter((_, i) => i % step === 0).map(({ nth }) => nth)
      return firstOf(turns, (turn) => judgeTurn(bench, subject, { later, turn }))
    },
  },
]

function wholeLater(bench: Bench, later: World, subject: Subject): Promise<Reading> {
  return bench.once(`later ${subject.name}`, () => bench.act(subject, later))
}

async function judgeLater(bench: Bench, subject: Subject): Promise<Finding | undefined> {
  const spec = subject.spec as StreamSpec
  const first = await bench.whole(subject)
  const isPaged = hasPages(first)
  if (!isKept(spec) && !isPaged) return undefined
  if (!bench.later) return { expected: 'later', came: 'none' }
  const fresh = await wholeLater(bench, bench.later, subject)
  if (fresh.error !== undefined) return { expected: 'a portal in good health', came: said(fresh) }
  const [before, after] = [recordsOf(spec, first), recordsOf(spec, fresh)]
  const isNew = [...after.keys()].some((key) => !before.has(key))
  const isChanged = [...after].some(([key, text]) => (before.get(key) ?? text) !== text)
  const isGone = [...before.keys()].some((key) => !after.has(key))
  const isEnough = spec.entity === 'dossier' ? isNew && isChanged : isNew || isChanged
  if (isKept(spec) && !isEnough) {
    return { expected: 'something new and something changed', came: `${isNew}, ${isChanged}` }
  }
  if (isPaged && !isCountedByPortal(spec) && !isGone) {
    return { expected: 'a row of the first page that is gone', came: 'none' }
  }
  return undefined
}

/** Whether several answers to one address hold lists. */
function hasPages({ session }: Reading): boolean {
  const lists = session.exchanges.filter(({ answer = '' }) => rowsOf(answer).length > 1)
  return new Set(lists.map(({ url }) => url.pathname)).size < lists.length
}

async function judgeVersions(bench: Bench, subject: Subject): Promise<Finding | undefined> {
  if (!bench.later) return undefined
  const spec = subject.spec as StreamSpec
  const [before, after] = [
    await bench.whole(subject),
    await wholeLater(bench, bench.later, subject),
  ].map((reading) => recordsOf(spec, reading))
  for (const [key, text] of after ?? []) {
    const earlier = before?.get(key) ?? text
    if (earlier === text) continue
    const [old, young] = [earlier, text].map((each) => Number(JSON.parse(each).version))
    if (Number(young) > Number(old)) continue
    return { expected: `a version of ${key} above ${old} once it changed`, came: String(young) }
  }
  return undefined
}

/** The portal moves on after some request, and the next pass reads what this one could not know. */
async function judgeTurn(
  bench: Bench,
  subject: Subject,
  { later, turn }: { later: World; turn: number },
): Promise<Finding | undefined> {
  const spec = subject.spec as StreamSpec
  const moving: World = {
    portal: turning(bench.healthy.portal, turn, later.portal),
    now: (requests) => (requests > turn ? later.now(requests) : bench.options.now),
  }
  const first = await bench.act(subject, moving)
  const when = `although the portal moved on after request ${turn}`
  if (first.error !== undefined && codeOf(first.error) !== 'portal_changed') {
    return { expected: `no failure, ${when}`, came: said(first) }
  }
  if (!isKept(spec) && first.error !== undefined) return undefined
  const last = first.pages.at(-1)
  const readings = [first]
  if (isKept(spec)) {
    const cursor = last && fromStore(spec, last.cursor)
    readings.push(await bench.act(subject, later, { cursor }))
  }
  const missing = difference(await lasting(bench, subject, later), recordsOf(spec, ...readings))
  return missing && { expected: `${missing.expected}, ${when}`, came: missing.came }
}

/** What a reading must bring: everything where another pass follows, otherwise what was there all the time. */
async function lasting(bench: Bench, subject: Subject, later: World): Promise<Map<string, string>> {
  const spec = subject.spec as StreamSpec
  const fresh = recordsOf(spec, await wholeLater(bench, later, subject))
  if (isKept(spec)) return fresh
  const before = recordsOf(spec, await bench.whole(subject))
  return new Map([...fresh].filter(([key, text]) => before.get(key) === text))
}

function said({ error }: Reading): string {
  return `${codeOf(error)}: ${error instanceof Error ? error.message : ''}`
}
