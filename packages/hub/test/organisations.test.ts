import type { Organisation } from '@cchc/domain'
import type { Store } from '@cchc/store'
import { describe, expect, it } from 'vitest'
import { withOverrides } from '../src/organisations/configured.ts'
import { listOrganisations, requireOrganisation } from '../src/organisations/organisations.ts'

const ORGANISATIONS: readonly [string, string, string, Organisation['level']][] = [
  ['b', 'H48', 'Tỉnh cũ', 'province'],
  ['a', 'H48', 'UBND tỉnh Quảng Ngãi', 'province'],
  ['a', 'H48.53', 'Sở Tư pháp', 'department'],
  ['a', 'H48.36', 'Sở Nội vụ', 'unit'],
]

class FakeStore {
  readonly #records = ORGANISATIONS.map(([source, code, name, level]) => ({
    source,
    value: { code, name, level, parentCode: null, validFrom: null, validTo: null },
  }))

  listRecords(entity: string) {
    return Promise.resolve(entity === 'organisation' ? this.#records : [])
  }

  async ping() {
    return this.#records.length
  }
}

const store = new FakeStore() as unknown as Store

describe('listing', () => {
  it('names every organisation once, with both forms of its code', async () => {
    const all = await listOrganisations(store)
    expect(all.map(({ code }) => code)).toEqual(['H48', 'H48.36', 'H48.53'])
    expect(all[0]).toMatchObject({ name: 'UBND tỉnh Quảng Ngãi', oldCode: '000.00.00.H48' })
  })
})

describe('overrides', () => {
  const overrides = {
    'H48.36': { level: 'department' as const },
    'H48.31': { name: 'UBND huyện Bình Sơn' },
  }

  it('replace names and levels, and add organisations that no portal lists', async () => {
    const all = await listOrganisations(withOverrides(store, overrides))
    expect(all).toMatchObject([
      { code: 'H48' },
      { code: 'H48.31', name: 'UBND huyện Bình Sơn', level: 'district', parentCode: 'H48' },
      { code: 'H48.36', name: 'Sở Nội vụ', level: 'department' },
      { code: 'H48.53', level: 'department' },
    ])
  })

  it('leave everything else of the store as it is', async () => {
    const seen = withOverrides(store, overrides)
    expect(await seen.listRecords('procedure')).toEqual([])
    expect(await seen.ping()).toBe(ORGANISATIONS.length)
  })
})

describe('finding', () => {
  it.each(['H48.53', '000.00.53.H48', 'h48.53', 'Sở Tư pháp', 'so tu phap'])(
    '%s is H48.53',
    async (text) => {
      expect(await requireOrganisation(store, text)).toBe('H48.53')
    },
  )

  it.each([
    ['H48.54', 'Did you mean H48.53 (Sở Tư pháp) or H48.36 (Sở Nội vụ)'],
    ['Sở Tư phap', undefined],
    ['Sở Tư phám', 'Did you mean H48.53 (Sở Tư pháp)'],
    ['zzzzzzzzzzzz', 'Give a code such as H48.53'],
  ])('%s: suggests what was meant', async (text, fix) => {
    const finding = requireOrganisation(store, text)
    if (fix === undefined) await expect(finding).resolves.toBe('H48.53')
    else {
      await expect(finding).rejects.toMatchObject({
        code: 'not_found',
        fix: expect.stringContaining(fix),
      })
    }
  })

  it('says what to do while no organisation is known', async () => {
    const empty = { listRecords: () => Promise.resolve([]) } as unknown as Store
    await expect(requireOrganisation(empty, 'H48')).rejects.toMatchObject({
      fix: expect.stringContaining('Sync a source'),
    })
  })
})
