import { PortalUnavailable, say } from '@cchc/domain'
import { HttpResponse, http } from 'msw'
import { z } from 'zod'
import { parseJson } from '../../../src/index.ts'
import { GOOD } from '../one-stop.ts'
import { type Parse, parseAnswer, rowOf } from '../one-stop-answers.ts'
import { type Answer, Config, type Parts, type Query, type Row } from '../one-stop-parts.ts'
import { BASE_URL, NOW, oneStopHandlers } from '../one-stop-portal.ts'
import type { PlantedBug } from './planted-bug.ts'
import { applicantOf, changing, failingAtBroken, logging, same, sending } from './wrong-parts.ts'

const BROKEN = 'loses to a broken row at most its record'
const PRIVATE = 'hands out nothing personal'
const PRIVATE_FAILURE = 'tells nothing personal when something fails'
const TOLD = 'tells no credentials'

const FIELDS_SHOWN = 'shows which fields its rows have, also those that it does not read'

export const HELD_BACK: readonly PlantedBug[] = [
  {
    bug: 'records of which nobody knows the row',
    check: FIELDS_SHOWN,
    parts: { map: (rows, map) => GOOD.map(rows, map).map((record) => ({ ...record })) },
  },
  {
    bug: 'fields that are picked before rows are mapped',
    check: FIELDS_SHOWN,
    parts: {
      map: (rows, map) =>
        GOOD.map(
          rows.map(({ cchcAddedField: _, ...known }) => known),
          map,
        ),
    },
  },
  {
    bug: 'rows in an object by their codes',
    check: 'finds rows in what the portal sends',
    parts: { send: sending(same, byCode) },
    options: { handlers: rowsByCode(), personal: [] },
  },
  {
    bug: 'a broken row ends the reading',
    check: BROKEN,
    parts: { map: failingAtBroken, dossier: strictDossier },
  },
  {
    bug: 'a broken row costs its page',
    check: BROKEN,
    parts: {
      dossier: strictDossier,
      map: (rows, map) => {
        try {
          return rows.map(map)
        } catch {
          return []
        }
      },
    },
  },
  {
    bug: 'a broken row is left out in silence',
    check: 'refuses a broken row and does not leave it out',
    parts: {
      map: (rows, map) =>
        GOOD.map(
          rows.filter(({ code }) => typeof code === 'string'),
          map,
        ),
    },
  },
  {
    bug: 'an instant that cannot be read is none',
    check: 'makes no zero and no nothing of what it cannot read',
    parts: { time: (text) => Date.parse(String(text)) || null, version: () => 1 },
  },
  {
    bug: 'no word about personal fields',
    check: 'is tried on a portal that tells of people',
    options: { personal: undefined as never },
  },
  {
    bug: 'personal fields that never occur',
    check: 'is tried on a portal that tells of people',
    options: { personal: ['citizenName'] },
  },
  {
    bug: 'a personal field in a record',
    check: PRIVATE,
    parts: { dossier: (parts, row) => ({ ...GOOD.dossier(parts, row), note: applicantOf(row) }) },
  },
  {
    bug: 'a row spread into its record',
    check: PRIVATE,
    parts: { dossier: (parts, row) => ({ ...row, ...GOOD.dossier(parts, row) }) },
  },
  {
    bug: 'the telephone in a cursor',
    check: PRIVATE,
    parts: {
      cursor: z.looseObject(Object.fromEntries([['completeSince', z.any()]])),
      list: changing(({ rows, next }) => ({ rows, next: [next, rows[0]?.applicant] as never })),
    },
  },
  {
    bug: 'the number of a person in the console',
    check: PRIVATE,
    parts: {
      dossier(parts, row) {
        const { console: output } = globalThis
        output.info((row.applicant as { phone: string }).phone.replace(/\D/g, ''))
        return GOOD.dossier(parts, row)
      },
    },
  },
  {
    bug: 'the applicant in the reason of a broken row',
    check: PRIVATE_FAILURE,
    parts: {
      map: (rows, map) =>
        rows.map((row) => {
          try {
            return map(row)
          } catch {
            return {
              [Symbol.for('cchc.unreadableRow')]: say('{name} cannot be read', {
                name: applicantOf(row),
              }),
            }
          }
        }),
    },
  },
  {
    bug: 'a broken value in the log',
    check: PRIVATE_FAILURE,
    parts: {
      time(text) {
        const { console: output } = globalThis
        const instant = GOOD.time(text)
        if (Number.isNaN(instant)) output.warn(`no instant: ${text}`)
        return instant
      },
    },
  },
  {
    bug: 'the answer in the error',
    check: PRIVATE_FAILURE,
    parts: {
      send: sending(same, (response) => {
        try {
          return parseAnswer(response)
        } catch {
          throw new PortalUnavailable(say('no rows in {body}', { body: response.body }))
        }
      }),
    },
  },
  {
    bug: 'the access token in the log',
    check: TOLD,
    parts: { send: logging(({ token }) => token) },
  },
  {
    bug: 'Basic credentials in the log',
    check: TOLD,
    parts: {
      login: async (io, config) => {
        const login = Buffer.from(`${config.username}:${config.password}`).toString('base64')
        io.log.debug(`Authorization: Basic ${login}`)
        return GOOD.login(io, config)
      },
    },
  },
  {
    bug: 'the token in an error',
    check: TOLD,
    parts: {
      async send(io, asked) {
        try {
          return await GOOD.send(io, asked)
        } catch (cause) {
          throw Object.assign(new PortalUnavailable(say('no answer'), { cause }), { asked })
        }
      },
    },
  },
  {
    bug: 'the token in a cursor',
    check: TOLD,
    parts: {
      async *whole(parts, client, cursor) {
        for await (const page of GOOD.whole(parts, client, cursor)) {
          yield { ...page, cursor: Object.assign({ token: client.token }, page.cursor) }
        }
      },
    },
  },
  {
    bug: 'the token in an address',
    check: 'keeps credentials out of addresses',
    parts: { send: sending(({ path, token }) => ({ url: `${path}?access=${token}` })) },
  },
  {
    bug: 'a secret not marked',
    check: 'marks every secret of its configuration',
    parts: { config: Config.extend({ password: z.string() }) },
  },
  {
    bug: 'a secret of another name not marked',
    check: 'marks every secret of its configuration',
    parts: {
      config: Config.extend({ username: z.string() }),
      send: (io, asked) =>
        sending(() => ({
          headers: { Authorization: `Bearer ${asked.token}`, 'X-Api-Key': BASE_URL },
        }))(io, asked),
    },
  },
]

function strictDossier(parts: Parts, row: Row): object {
  const record = GOOD.dossier(parts, row) as { code: unknown; receivedAt: unknown }
  if (typeof record.code !== 'string' || Number.isNaN(record.receivedAt)) throw new Error('broken')
  return record
}

function byCode(response: Parameters<Parse>[0]): Answer {
  const { total, rows } = parseJson(response) as { total: number; rows: Record<string, unknown> }
  return { total, rows: Object.values(rows) }
}

function parsed(text = ''): Answer {
  return JSON.parse(text) as Answer
}

function rowsByCode() {
  const [login, ...lists] = oneStopHandlers(NOW)
  const wrapped = ['dossiers', 'fields'].map((path, i) =>
    http.get(`${BASE_URL}/${path}`, async ({ request, requestId }) => {
      const result = await lists[i]?.run({ request, requestId })
      const { total, rows } = parsed(await result?.response?.text())
      const named = rows.map(rowOf).map((row): [string, Query] => [String(row.code), row as Query])
      return HttpResponse.json({ total, rows: Object.fromEntries(named) })
    }),
  )
  return login ? [login, ...wrapped] : wrapped
}
