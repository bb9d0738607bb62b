import { GOOD } from '../one-stop.ts'
import { parseAnswer, requested } from '../one-stop-answers.ts'
import type { Answer, Client, Parts } from '../one-stop-parts.ts'
import type { PlantedBug } from './planted-bug.ts'
import { orEmpty, sending } from './wrong-parts.ts'

const RELOGIN = 'logs in again when its login has run out'
const TOGETHER = 'logs in once for all that is read at the same time'
const ELSEWHERE = 'goes nowhere else with what it knows'

export const LOGGED_IN: readonly PlantedBug[] = [
  {
    bug: '401 of an expired token ends the run',
    check: RELOGIN,
    parts: { send: sending(() => ({ accept: [200] })) },
  },
  {
    bug: 'a token that has run out ends the list',
    check: RELOGIN,
    parts: { fetch: orEmpty },
  },
  {
    bug: 'it logs in again for ever',
    check: 'gives up when every new login has run out at once',
    parts: {
      async fetch(parts, { io, config }, asked) {
        for (;;) {
          const answer = await parts.send(io, { ...asked, token: await parts.login(io, config) })
          if (answer) return answer
        }
      },
    },
  },
  {
    bug: 'each stream has a login of its own',
    check: TOGETHER,
    parts: {
      open: (parts, client) => ({
        dossiers: GOOD.open(parts, { ...client }).dossiers ?? {},
        fields: GOOD.open(parts, { ...client }).fields ?? {},
      }),
    },
  },
  {
    bug: 'whoever comes during a login logs in, too',
    check: TOGETHER,
    parts: {
      async fetch(parts, client, asked) {
        client.token ??= await parts.login(client.io, client.config)
        return GOOD.fetch(parts, client, asked)
      },
    },
  },
  {
    bug: 'a wrong password is tried three times',
    check: 'does not try again what its login refused',
    parts: {
      login: (io, config) =>
        GOOD.login(io, config)
          .catch(() => GOOD.login(io, config))
          .catch(() => GOOD.login(io, config)),
    },
  },
  ...[
    [
      'io.http',
      async (client: Client['io']['http'], url: string, headers: Record<string, string>) =>
        requested(client, { url, headers }),
    ],
    [
      'fetch',
      async (_: unknown, url: string, headers: Record<string, string>) =>
        (await (await fetch(url, { headers })).json()) as Answer,
    ],
  ].map(([how, follow]) => ({
    bug: `a redirect is followed by hand with ${how}, and with the token`,
    check: ELSEWHERE,
    parts: { send: following(follow as Follow) },
  })),
]

type Follow = (
  client: Client['io']['http'],
  url: string,
  headers: Record<string, string>,
) => Promise<Answer | undefined>

function following(follow: Follow): Parts['send'] {
  return async ({ http: client }, { path, query, token }) => {
    const headers = { Authorization: `Bearer ${token}` }
    const asked = { url: path, query, headers, accept: [200, 302, 401] }
    const response = await client.read(asked, (answer) => answer)
    if (response.status === 401) return undefined
    const { location } = response.headers
    return location === undefined ? parseAnswer(response) : follow(client, location, headers)
  }
}
