import type { Hub } from '@cchc/hub'
import { sync } from '@cchc/hub/actions/sync'
import { expect, test } from 'vitest'
import { createGateway } from '../src/index.ts'
import { chanceOf } from './fuzz/chance.ts'
import { type Described, judgeOf, placesOf } from './fuzz/promised.ts'
import { requestTo } from './fuzz/requests.ts'
import { smallHub } from './small-hub.ts'

const REQUESTS = Number(process.env.CCHC_FUZZ ?? 400)
const SEED = Number(process.env.CCHC_FUZZ_SEED ?? 1)

test(`${REQUESTS} requests made of the API's own description get no answer that it does not list`, async () => {
  const hub = await smallHub()
  const gateway = { ...hub.settings.gateway, requestsPerMinute: 1_000_000_000 }
  // No portal is asked: what a sync takes and answers is all that is tried.
  const act = (async (action, asked, watch) =>
    action.command === sync.command
      ? { runs: [], notes: [] }
      : hub.act(action, asked, watch)) as Hub['act']
  const unlimited = { ...hub, act, settings: { ...hub.settings, gateway } }
  const app = createGateway(unlimited, { mostWrongKeys: 1_000_000_000 })
  const document: Described = JSON.parse(await (await app.request('/openapi.json')).text())
  const places = placesOf(document)
  const judge = judgeOf(document)
  const chance = chanceOf(SEED)
  const wrong = new Map<string, string>()
  for (let count = 0; count < REQUESTS && wrong.size < 10; count += 1) {
    const place = places[count % places.length] ?? chance.pick(places)
    const { url, init } = requestTo(place, chance)
    const fault = await judge(place, await app.request(url, init))
    if (fault) wrong.set(`${place.method} ${place.path}: ${fault}`, `${url} ${String(init.body)}`)
  }
  expect([...wrong]).toEqual([])
})
