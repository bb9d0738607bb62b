import { describe, expect, it } from 'vitest'
import { smallWorld, worldAt } from '../src/index.ts'
import { countedLevels } from './count.ts'

describe('a small world', () => {
  it('holds its stated totals exactly, counted by rule tt01-2020', () => {
    for (const options of [{}, { dossiers: 137, seed: 9 }, { dossiers: 20_000, seed: 3 }]) {
      const world = smallWorld(options)
      expect(world.dossierCount).toBe(options.dossiers ?? 400)
      expect(countedLevels(world)).toEqual(world.totals.byLevel)
    }
  })

  it('is the same for the same seed and another for another', () => {
    const texts = [1, 1, 2].map((seed) => JSON.stringify(allOf(smallWorld({ seed }))))
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]).not.toBe(texts[2])
  })

  it('gives each dossier a code of its own that tells organisation and day', () => {
    const dossiers = allOf(smallWorld({ dossiers: 5000 }))
    expect(new Set(dossiers.map((each) => each.code)).size).toBe(5000)
    for (const each of dossiers) {
      expect(each.code).toMatch(/^\d{3}\.\d{2}\.\d{2}\.H99-\d{6}-\d{4}$/)
      expect(each.code.startsWith(each.organisation.oldCode)).toBe(true)
    }
  })

  it('orders dossiers by reception and every step of one by time', () => {
    const dossiers = allOf(smallWorld({ dossiers: 5000 }))
    dossiers.forEach((each, index) => {
      expect(each.receivedAt).toBeGreaterThanOrEqual(dossiers[index - 1]?.receivedAt ?? 0)
      const steps = [each.receivedAt, each.supplementAt, each.releasedAt, each.finishedAt]
      const taken = steps.filter((step) => step !== null)
      expect(taken).toEqual([...taken].sort((a, b) => a - b))
      expect(each.modifiedAt).toBe(taken.at(-1))
    })
  })

  it('has dossiers of every status and channel', () => {
    const dossiers = allOf(smallWorld({ dossiers: 20_000 }))
    expect(new Set(dossiers.map((each) => each.status)).size).toBe(8)
    expect(new Set(dossiers.map((each) => each.channel)).size).toBe(3)
  })
})

describe('a world at an instant', () => {
  it('shows what had happened by then and moves on with its clock', () => {
    const world = smallWorld({ dossiers: 2000 })
    let now = Date.parse('2022-06-01T12:00:00+07:00')
    const view = worldAt(world, () => now)
    const before = allOf(view)
    expect(before.length).toBeLessThan(2000)
    expect(before.every((each) => each.modifiedAt <= now)).toBe(true)
    expect(before.filter((each) => each.releasedAt === null).length).toBeGreaterThan(10)
    now = world.now
    expect(allOf(view)).toEqual(allOf(world))
    const changed = before.filter((each, index) => view.dossier(index).modifiedAt > each.modifiedAt)
    expect(changed.length).toBeGreaterThan(10)
  })
})

function allOf(world: ReturnType<typeof smallWorld>) {
  return Array.from({ length: world.dossierCount }, (_, index) => world.dossier(index))
}
