import { describe, expect, it } from 'vitest'
import { cutBody, expiredSession, faultsAt, htmlPage, smallWorld, throttled } from '../src/index.ts'
import { codes, portal } from './opencps-portal.ts'

const world = smallWorld({ dossiers: 3000 })
const { dossiers } = portal(world)
const all = Array.from({ length: world.dossierCount }, (_, index) => world.dossier(index))

describe('quirks', () => {
  it('repeats rows, sends old states after new ones and states a wrong total', async () => {
    const odd = portal(world, { quirks: { duplicateEvery: 10, staleEvery: 25, wrongTotalBy: 7 } })
    const page = await odd.dossiers('start=0&end=100')
    expect(page.total).toBe(3007)
    expect(page.data.length).toBe(114)
    expect(new Set(codes(page)).size).toBe(100)
    const twice = page.data.filter((row) => row.dossierNo === all[24]?.code)
    expect(twice.map((row) => row.dossierStatus)).toEqual([all[24]?.status, 'processing'])
  })

  it('shifts rows between pages without losing one', async () => {
    const odd = portal(world, { quirks: { shiftPagesBy: 3 } })
    const found: (string | undefined)[] = []
    for (let start = 0, total = 1; start < total; start += 500) {
      const page = await odd.dossiers(`start=${start}&end=${start + 500}`)
      found.push(...codes(page))
      total = page.total
    }
    expect(found.length).toBeGreaterThan(3000)
    expect(new Set(found).size).toBe(3000)
  })

  it('spoils some records', async () => {
    const odd = portal(world, { quirks: { malformedEvery: 50 } })
    const [spoilt, sound] = [
      await odd.dossiers('start=0&end=3000'),
      await dossiers('start=0&end=3000'),
    ]
    const changed = spoilt.data.filter(
      (row, index) => JSON.stringify(row) !== JSON.stringify(sound.data[index]),
    )
    expect(changed.length).toBe(60)
  })
})

describe('faults', () => {
  it('come on the requests that the plan names', async () => {
    const faults = faultsAt({ 1: throttled('2'), 2: htmlPage(), 3: expiredSession(), 4: cutBody() })
    const odd = portal(world, { faults })
    const path = '/v2/dossiers?start=0&end=5'
    const first = await odd.get(path)
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '2'])
    expect(await (await odd.get(path)).text()).toContain('<html>')
    expect((await odd.get(path)).status).toBe(203)
    await expect((await odd.get(path)).text()).rejects.toThrow()
    expect((await odd.get(path)).status).toBe(200)
  })
})
