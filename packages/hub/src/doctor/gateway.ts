import { dayOf, isAppError, plusDays, printDay, say } from '@cchc/domain'
import type { AccessKey } from '@cchc/store'
import { isGood } from '../access/caller-of-key.ts'
import { broken, type Finding, type Look } from './finding.ts'

const KEY_DAYS = 30

/** Who may reach the gateway, and keys that end soon. */
export const lookAtGateway: Look = async ({ config, store, now }) => {
  const { host, port, apiKey, oidc } = config.gateway
  const what = say('gateway')
  try {
    const made = await store.listAccessKeys()
    const keys = made.filter((key) => isGood(key, now()))
    const count = keys.length + (apiKey === undefined ? 0 : 1)
    const place = `${host}:${port}`
    if (!oidc && count === 0 && made.length > 0) return [{ what, ...closedTo(place) }]
    const told = oidc
      ? say('{place}, with {count} keys and tokens of {issuer}', {
          place,
          count,
          issuer: oidc.issuer,
        })
      : count === 0
        ? say('{place}, for this machine only', { place })
        : say('{place}, with {count} keys', { place, count })
    return [{ what, state: 'good', told }, ...keys.flatMap((key) => endingKey(key, now()))]
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    return [broken(what, thrown)]
  }
}

/** Once there was a key the gateway asks for one, of whoever comes. */
function closedTo(place: string): Omit<Finding, 'what'> {
  return {
    state: 'look',
    told: say('{place}, and no key is good any more: it answers nobody', { place }),
    fix: say('Make a key: cchc keys create NAME --scopes … --org CODE'),
  }
}

function endingKey({ id, name, expiresAt }: AccessKey, now: number): Finding[] {
  if (expiresAt === null) return []
  const last = plusDays(dayOf(expiresAt), -1)
  if (last > plusDays(dayOf(now), KEY_DAYS)) return []
  return [
    {
      what: say('key {id} ({name})', { id, name }),
      state: 'look',
      told: say('is good until {day} only', { day: printDay(last) }),
      fix: say('Make a new one (cchc keys create), hand it over and revoke this one.'),
    },
  ]
}
