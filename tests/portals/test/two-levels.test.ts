import { expect, it } from 'vitest'
import { twoLevelsWorld } from '../src/world/two-levels.ts'

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
