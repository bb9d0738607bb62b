import { dayNumber, findProvince, provinceSuccession, startOfDay } from '@cchc/domain'
import { expect, it } from 'vitest'
import { provinceView } from '../src/world/divergent-views.ts'
import { formerView } from '../src/world/former-view.ts'
import { KON_TUM } from '../src/world/kon-tum.ts'
import { successionsOf } from '../src/world/successions.ts'
import { twoLevelsWorld } from '../src/world/two-levels.ts'
import type { World } from '../src/world/world.ts'

it('the province of 2026 has departments and communes, no district, and dossiers of that year', () => {
  const world = twoLevelsWorld({ dossiers: 300 })
  expect(world.organisations.map(({ level }) => level)).not.toContain('district')
  expect(world.procedures.map(({ level }) => level)).not.toContain('district')
  const levels = new Set<string>()
  let inYear = 0
  for (let index = 0; index < world.dossierCount; index += 1) {
    const { organisation, receivedAt } = world.dossier(index)
    levels.add(organisation.level)
    if (receivedAt >= Date.UTC(2026, 0, 1)) inYear += 1
  }
  expect([...levels].toSorted()).toEqual(['commune', 'department'])
  expect(world.dossierCount).toBe(300)
  expect(inYear).toBeGreaterThan(200)
})

function dossiersOf(view: World) {
  const all = Array.from({ length: view.dossierCount }, (_, index) => view.dossier(index))
  return new Map(all.map((dossier) => [dossier.code, dossier]))
}

it('what units of the former province received is in its system under their codes, and in the other one where it was not over', () => {
  const world = twoLevelsWorld({ dossiers: 300 })
  const own = dossiersOf(provinceView(world, undefined))
  const former = dossiersOf(formerView(world))
  const moved = startOfDay(dayNumber(KON_TUM.movedOn))
  for (const [code, { organisation, receivedAt, releasedAt, modifiedAt }] of former) {
    expect(code).toMatch(/\.H34-/)
    expect(organisation.code).toMatch(/^H34\./)
    expect([receivedAt, modifiedAt, releasedAt ?? 0].every((at) => at <= moved)).toBe(true)
  }
  for (const { organisation } of own.values()) expect(organisation.code).toMatch(/^H48\./)
  const both = [...former.keys()].filter((code) => own.has(code))
  expect(both.length).toBeGreaterThan(0)
  expect(former.size - both.length).toBeGreaterThan(both.length)
  for (const code of both) expect(former.get(code)?.status).not.toBe('done')
  expect(new Set([...own.keys(), ...former.keys()])).toEqual(new Set(dossiersOf(world).keys()))
  expect(own.size + former.size - both.length).toBe(world.dossierCount)
})

it('the former province is the one that the table of provinces names', () => {
  const province = findProvince('Quảng Ngãi')
  const [first, ...units] = successionsOf(twoLevelsWorld({ dossiers: 300 }))
  expect(first).toEqual(province && provinceSuccession(province)?.succession)
  expect(new Set(units.map(({ kind }) => kind))).toEqual(new Set(['merged', 'renamed']))
})
