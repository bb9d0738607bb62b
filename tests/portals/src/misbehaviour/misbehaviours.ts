import { type Fault, type FaultPlan, REQUEST_FAULTS, sharesOf, throttled } from '../faults.ts'
import type { OpenCpsQuirks } from '../opencps/quirks.ts'
import { PAGING_FAULTS, type PagingFault } from '../paging.ts'
import { between, seededRandom } from '../world/random.ts'
import { CHARSETS } from './charsets.ts'
import { WRONG_CLOCKS, type WrongClock, withDate } from './clocks.ts'
import { inCharset, stalled, TEXT_REWRITINGS, trickling, withText } from './rewritings.ts'
import { ROW_CHANGES } from './row-changes.ts'

/** What portals are asked to do wrong, as their options take it. */
export interface Misbehaviour {
  readonly faults?: FaultPlan
  readonly paging?: PagingFault
  readonly quirks?: OpenCpsQuirks
}

interface Settings {
  /** The same seed, the same course of things. */
  readonly seed: number
  /** What goes wrong now and then does so with one of so many requests. */
  readonly every: number
  /** What the clock of the portals shows, epoch ms. */
  readonly now: () => number
}

type Maker = (settings: Settings) => Misbehaviour

const WAIT_MS = 2000

const NOW_AND_THEN: Readonly<Record<string, Fault>> = {
  ...REQUEST_FAULTS,
  stalled: { kind: 'rewritten', rewrite: stalled },
  trickling: { kind: 'rewritten', rewrite: (response) => trickling(response, WAIT_MS) },
}

const QUIRKS: Readonly<Record<string, OpenCpsQuirks>> = {
  'duplicate-rows': { duplicateEvery: 7 },
  'stale-rows': { staleEvery: 7 },
  'malformed-rows': { malformedEvery: 11 },
  'shifting-pages': { shiftPagesBy: 1 },
}

const MAKERS: Readonly<Record<string, Maker>> = {
  ...mapped(NOW_AND_THEN, (fault) => ({ seed, every }) => ({
    faults: sharesOf([fault], 1 / every, seed),
  })),
  ...Object.fromEntries(
    PAGING_FAULTS.map((paging): [string, Maker] => [paging, () => ({ paging })]),
  ),
  ...mapped(QUIRKS, (quirks) => () => ({ quirks })),
  ...mapped(CHARSETS, (_, name) => () => always((response) => inCharset(response, name))),
  ...mapped(
    { ...TEXT_REWRITINGS, ...ROW_CHANGES },
    (rewrite) =>
      ({ seed }) =>
        always((response) => withText(response, (text) => rewrite(text, seed))),
  ),
  ...mapped(WRONG_CLOCKS, (clock: WrongClock) => ({ now }) => {
    let nth = 0
    return always((response) => {
      nth += 1
      return withDate(response, clock(now(), nth))
    })
  }),
  /** One list of each portal is refused for good; the seed says which. */
  'forbidden-list': ({ seed }) => ({ faults: forbidding(seed) }),
  /** After some requests the next ones are refused, as at a portal with a limit for each minute. */
  throttling: ({ seed }) => ({ faults: inBursts(throttled('1'), seed) }),
}

/** All names of ways in which portals misbehave. */
export const MISBEHAVIOURS = Object.keys(MAKERS)

/** What a name means for the portals; throws a RangeError for one that is none. */
export function misbehaviour(
  name: string,
  { seed = 1, every = 10, now = Date.now }: Partial<Settings> = {},
): Misbehaviour {
  const make = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined
  if (make) return make({ seed, every, now })
  throw new RangeError(`no misbehaviour "${name}"; choose one of ${MISBEHAVIOURS.join(', ')}`)
}

function mapped<T>(
  record: Readonly<Record<string, T>>,
  makerOf: (value: T, name: string) => Maker,
): Record<string, Maker> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, makerOf(value, name)]),
  )
}

function always(rewrite: (response: Response) => Response | Promise<Response>): Misbehaviour {
  const fault: Fault = { kind: 'rewritten', rewrite: async (response) => rewrite(response) }
  return { faults: { next: () => fault } }
}

function inBursts(fault: Fault, seed: number): FaultPlan {
  const random = seededRandom(seed)
  let free = between(random, 2, 6)
  let refused = 0
  return {
    next() {
      if (free > 0) {
        free -= 1
        if (free === 0) refused = between(random, 1, 3)
        return undefined
      }
      refused -= 1
      if (refused === 0) free = between(random, 2, 6)
      return fault
    },
  }
}

const LISTS = [
  ['/v2/serviceinfos', '/adapter/integration', '/bd/procedure/'],
  ['/statistics', '/api/v1/reporting/', '/pa/dossier-statistic/'],
  ['/v2/dossiers', '/adapter/share', '/pa/dossier/search'],
]

function forbidding(seed: number): FaultPlan {
  const paths = LISTS[seed % LISTS.length] ?? []
  const fault: Fault = {
    kind: 'answer',
    status: 403,
    headers: { 'content-type': 'text/html' },
    body: '<html><body><h1>403 Forbidden</h1></body></html>',
  }
  return {
    next: ({ url }) =>
      paths.some((path) => new URL(url).pathname.includes(path)) ? fault : undefined,
  }
}
