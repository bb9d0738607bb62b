import {
  DossierPass,
  dayWindows,
  type Http,
  mapRecords,
  type PassCursor,
  type Passes,
  type PassList,
  pages,
  parseJson,
  passCursor,
  passWindows,
  type ReadRequest,
  readPasses,
} from '@cchc/connector-kit'
import { type Dossier, plusDays } from '@cchc/domain'
import { z } from 'zod'
import { expected } from '../../src/client.ts'
import { ChangedDossier, dossierOf } from '../../src/map-dossier.ts'

export const WindowCursor = passCursor(DossierPass)

/** The first day of reception that is read; a configuration would name it. */
const SINCE = '2023-01-01'

interface List extends PassList {
  readonly query: Readonly<Record<string, string>>
}

const Found = z.object({ items: z.array(ChangedDossier) })

/** Windows of a week of reception; from the second pass on those that may have changed, and what is older and has changed. */
export function readByWindows(portal: Http, now: number, request: ReadRequest<PassCursor>) {
  return readPasses(passesOf(portal, now), request)
}

/** A long reading may be split: several processes then read four weeks each. */
export function windowsOf(portal: Http, now: () => number) {
  return passWindows(() => passesOf(portal, now()), 28)
}

function passesOf(portal: Http, now: number): Passes<DossierPass, List, Dossier> {
  return {
    since: SINCE,
    overlapDays: 3,
    wholeEveryDays: 30,
    now,
    begin: (pass) => pass,
    lists: (pass) => [
      ...dayWindows(pass, 7).map((days) => ({
        phase: 'received',
        at: days.from,
        whole: days,
        query: { from: days.from, to: days.to },
      })),
      ...(pass.from === SINCE ? [] : [changedBefore(pass.from)]),
    ],
    rows: ({ phase, query }, place) =>
      pages<ChangedDossier>({
        name: `dossiers ${phase}`,
        by: 'offset',
        pageSize: 100,
        ...place,
        identity: ({ code }) => (typeof code === 'string' ? code : ''),
        version: ({ change }) => (typeof change === 'number' ? change : 0),
        fetch: async ({ start, end }) => {
          const asked = { url: 'dossiers', query: { ...query, start, end } }
          const { items } = await portal.read(asked, (answer) => expected(Found, parseJson(answer)))
          return { rows: items }
        },
      }),
    map: (rows) => mapRecords(rows as ChangedDossier[], dossierOf, ({ code }) => ({ code })),
  }
}

/** What was received before the windows of a pass, and has changed since. */
function changedBefore(from: string) {
  const query = { from: SINCE, to: plusDays(from, -1), changedFrom: from }
  return { phase: 'changed', at: null, query }
}
