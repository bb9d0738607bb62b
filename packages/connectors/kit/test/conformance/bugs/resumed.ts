import { z } from 'zod'
import { GOOD } from '../one-stop.ts'
import { rowOf } from '../one-stop-answers.ts'
import type { Answer, Client, Parts } from '../one-stop-parts.ts'
import { NOW, oneStopHandlers } from '../one-stop-portal.ts'
import type { PlantedBug } from './planted-bug.ts'
import { changing, dayBefore, ownPages, untilEmpty } from './wrong-parts.ts'

async function* fieldsByTotal(parts: Parts, client: Client) {
  for (let page = 1, total = 1; (page - 1) * 4 < total; page += 1) {
    const answer: Answer = await parts.fetch(parts, client, { path: 'fields', query: { page } })
    total = answer.total
    yield { records: parts.map(answer.rows.map(rowOf), ({ code, name }) => ({ code, name })) }
  }
}

const RESTS = 'goes on from every cursor with the rest, nothing lost and nothing twice'
const STORED = 'hands out cursors that come back from the store as they were'
const SECOND = 'reads in a second pass what is new or changed'
const MOVING = 'loses nothing while the portal moves under it'
const OLDER = 'goes on from cursors of every older version'
const MAIN = 'leaves the main position alone when days are asked for'

const WINDOWS =
  'brings by windows in any order, each gone on with from its middle, what one reading brings'
const BEHIND = 'ends behind its windows at the position where one reading ends'

export const RESUMED: readonly PlantedBug[] = [
  {
    bug: 'a Date in the last cursor',
    check: STORED,
    parts: {
      cursor: z.looseObject({ completeSince: z.any() }),
      last: (_, startedAt) => ({ completeSince: new Date(startedAt), pass: null }),
    },
  },
  {
    bug: 'a Map in the last cursor',
    check: STORED,
    parts: { cursor: z.any(), last: () => ({ completeSince: null, pass: new Map() }) },
  },
  { bug: 'no last cursor', check: STORED, parts: { last: () => undefined } },
  {
    bug: 'a cursor ahead by a page',
    check: RESTS,
    parts: { list: changing(({ rows, next }) => ({ rows, next: next + 4 })) },
  },
  {
    bug: 'a cursor behind by a page',
    check: RESTS,
    parts: { list: changing(({ rows, next }) => ({ rows, next: Math.max(0, next - 4) })) },
  },
  {
    bug: 'the position of the whole pass set by its first page',
    check: RESTS,
    parts: {
      pageCursor: (cursor, pass) => ({ ...cursor, completeSince: pass.startedAt, pass: null }),
    },
  },
  {
    bug: 'a last cursor that cannot be read from',
    check: 'reads from its last cursor on',
    parts: {
      whole: (parts, client, cursor) => {
        if (cursor.completeSince !== null) throw new Error('nothing to do')
        return GOOD.whole(parts, client, cursor)
      },
    },
  },
  {
    bug: 'a step of the cursor that throws',
    check: OLDER,
    parts: {
      cursorSteps: [(older) => ({ completeSince: (older as { from: Date }).from.toISOString() })],
    },
  },
  {
    bug: 'a step of the cursor that loses records',
    check: OLDER,
    parts: {
      cursorSteps: [() => ({ completeSince: new Date(NOW).toISOString(), pass: null })],
    },
  },
  {
    bug: 'a step of the cursor that forgets what was read',
    check: OLDER,
    parts: { cursorSteps: [() => ({ completeSince: null, pass: null })] },
  },
  { bug: 'no cursor of the older version to try', check: OLDER, options: { older: {} } },
  {
    bug: 'from and to overwrite the main position',
    check: MAIN,
    parts: {
      async *days(parts, client, request) {
        for await (const page of GOOD.days(parts, client, request)) {
          yield { ...page, cursor: { completeSince: parts.startOf(client.io), pass: null } }
        }
      },
    },
  },
  {
    bug: 'the last of the asked days left out',
    check: MAIN,
    parts: {
      days: (parts, client, request) =>
        GOOD.days(parts, client, { ...request, to: dayBefore(request.to ?? '2026-02-01') }),
    },
  },
  {
    bug: 'a window without its last day',
    check: WINDOWS,
    parts: {
      window: (parts, client, window) =>
        GOOD.window(parts, client, { ...window, to: dayBefore(window.to) }),
    },
  },
  {
    bug: 'a window that reads on to today',
    check: WINDOWS,
    parts: {
      window: (parts, client, window) =>
        GOOD.window(parts, client, { ...window, to: GOOD.split(client, {})?.days.to ?? '' }),
    },
  },
  {
    bug: 'a window that is gone on with a page too late',
    check: WINDOWS,
    parts: {
      async *window(parts, client, { cursor, ...days }) {
        const at = cursor?.pass
          ? { ...cursor, pass: { ...cursor.pass, start: cursor.pass.start + 4 } }
          : cursor
        yield* GOOD.window(parts, client, { ...days, cursor: at })
      },
    },
  },
  {
    bug: 'days left out of a split',
    check: WINDOWS,
    parts: {
      split(client, asked) {
        const split = GOOD.split(client, asked)
        return split && { ...split, days: { ...split.days, to: '2026-01-19' } }
      },
    },
  },
  {
    bug: 'the position behind windows dated when they are read',
    check: BEHIND,
    parts: {
      split(client, asked) {
        const split = GOOD.split(client, asked)
        const startedAt = new Date(client.io.now() + 3_600_000).toISOString()
        const pass = { startedAt, window: 1_000_000, start: 0 }
        return split && { ...split, rest: { completeSince: null, pass } }
      },
    },
  },
  {
    bug: 'no portal later',
    check: 'is tried on a portal that has moved on',
    options: { later: undefined as never },
  },
  {
    bug: 'a portal later in which nothing happened',
    check: 'is tried on a portal that has moved on',
    options: { later: { now: NOW + 86_400_000, handlers: oneStopHandlers(NOW) } },
  },
  {
    bug: 'a second pass that reads nothing',
    check: SECOND,
    parts: {
      async *whole(parts, client, cursor) {
        if (cursor.completeSince === null) yield* GOOD.whole(parts, client, cursor)
        else yield { records: [], cursor }
      },
    },
  },
  {
    bug: 'a second pass that asks for received dossiers only',
    check: SECOND,
    parts: {
      list: (parts, client, { query, start }) => {
        const { changed, ...days } = query
        const received = typeof changed === 'string' ? { from: changed.slice(0, 10) } : {}
        return GOOD.list(parts, client, { query: { ...days, ...received }, start })
      },
    },
  },
  {
    bug: 'a next pass that begins a day late',
    check: SECOND,
    parts: { last: (_, startedAt) => ({ completeSince: dayLater(startedAt), pass: null }) },
  },
  {
    bug: 'version is always 0',
    check: 'gives a changed dossier a higher version',
    parts: { version: () => 0 },
  },
  {
    bug: 'version is the reception',
    check: 'gives a changed dossier a higher version',
    parts: { version: (parts, row) => parts.time(row.received) ?? 0 },
  },
  {
    bug: 'version is the time of reading',
    check: 'reads the same again',
    parts: {
      whole: (parts, client, cursor) =>
        GOOD.whole({ ...parts, version: () => client.io.now() }, client, cursor),
    },
  },
  {
    bug: 'the next pass begins where this one ended',
    check: MOVING,
    parts: { last: (io) => ({ completeSince: new Date(io.now()).toISOString(), pass: null }) },
  },
  {
    bug: 'days are called whole whose list was gone on with',
    check: 'says only of those days that they are read whole that it has read whole',
    parts: { isWhole: ({ changed }) => changed === undefined },
  },
  {
    bug: 'no word about days that are read whole',
    check: 'tells what is gone',
    parts: { isWhole: () => false },
  },
  {
    bug: 'a list is read until a page is empty',
    check: 'ends where offsets beyond the end bring the last page again',
    parts: { list: untilEmpty },
  },
  {
    bug: 'a short page is taken for the last one',
    check: 'loses nothing where pages are smaller than asked',
    parts: { list: ownPages },
  },
  { bug: 'no recognition of rows when pages move', check: MOVING, parts: { list: ownPages } },
  {
    bug: 'fields read up to a total, whatever moves',
    check: MOVING,
    parts: { fields: fieldsByTotal },
  },
]

function dayLater(instant: string): string {
  return new Date(Date.parse(instant) + 2 * 86_400_000).toISOString()
}
