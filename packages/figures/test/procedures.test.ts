import { Succession, Successions } from '@cchc/domain'
import { describe, expect, it } from 'vitest'
import { portalFigure, procedureCounts, storeInTree, unifiedProcedures } from '../src/index.ts'
import { organisation, procedure, scriptedStore } from './scripted-store.ts'

const full = { organisationCode: 'H16.05', level: 'full', levelReceived: '4' } as const
const partial = { organisationCode: 'H16.06', level: 'partial', levelReceived: '3' } as const
const store = scriptedStore({
  organisations: [
    organisation('H16', 'UBND tỉnh Đắk Nông', 'province'),
    organisation('H16.05', 'Sở Tư pháp', 'department'),
    organisation('H16.06', 'Sở Y tế', 'department'),
  ],
  fields: [{ code: 'F1', name: 'Hộ tịch' }],
  procedures: [
    {
      source: 'one-stop',
      value: procedure({ code: '1.000002', services: [full, partial], fieldCode: 'F1' }),
    },
    { source: 'one-stop', value: procedure({ code: '1.000001', services: [], levels: [] }) },
    {
      source: 'national',
      value: procedure({
        code: '1.000002',
        name: 'Tên quốc gia',
        levels: ['department', 'district'],
        services: [],
        fees: [{ kind: 'fee', amount: 0 }],
      }),
    },
    {
      source: 'national',
      value: procedure({ code: '1.000003', levels: ['commune'], fieldName: 'Đất đai' }),
    },
    { source: 'national', value: procedure({ code: '1.000004', inForce: false }) },
    { source: 'national', value: procedure({ code: '1.000005', variantOf: 'H48' }) },
  ],
  figures: [
    {
      organisationCode: 'H16',
      organisationName: 'UBND tỉnh Đắk Nông',
      from: '2022-01-01',
      to: '2022-12-31',
      measure: 'dvc-progress-tree.totalOnTime',
      value: null,
      quality: null,
      provisional: false,
    },
  ],
})

describe('unifiedProcedures', () => {
  it('takes each fact from the source that states it', async () => {
    const procedures = await unifiedProcedures(store)
    expect(procedures.map(({ code }) => code)).toEqual([
      '1.000001',
      '1.000002',
      '1.000003',
      '1.000004',
      '1.000005',
    ])
    expect(procedures[1]).toMatchObject({
      name: 'Tên quốc gia',
      levels: ['department', 'district'],
      services: [full, partial],
      fieldCode: 'F1',
      hasFee: false,
      publishedNationally: null,
      sources: ['national', 'one-stop'],
    })
    expect(procedures[0]).toMatchObject({ services: [], hasFee: null, sources: ['one-stop'] })
  })
})

describe('procedureCounts', () => {
  const counts = async (by: 'level' | 'field' | 'serviceLevel', unit?: string) => {
    const { rows } = await procedureCounts(store, {
      by: [by],
      ...(unit === undefined ? {} : { organisation: unit }),
    })
    return rows.map(({ group, count }) => [group[by]?.name, count])
  }

  it('counts a province by the levels of Form II.07b, without what is not in force or not its own', async () => {
    expect(await counts('level', 'H16')).toEqual([
      ['Cấp tỉnh', 1],
      ['Cấp xã', 1],
      ['Chưa xác định cấp', 1],
    ])
    expect((await procedureCounts(store, { organisation: 'H16' })).total).toBe(3)
    expect((await procedureCounts(store)).total).toBe(4)
  })

  it('tells procedures without an online service from those of which nothing is stated', async () => {
    expect(await counts('serviceLevel', 'H16')).toEqual([
      ['Toàn trình (mức độ 4)', 1],
      ['Không cung cấp trực tuyến', 1],
      ['Một phần (mức độ 3)', 1],
      ['Chưa xác định mức độ', 1],
    ])
  })

  it('names fields from the catalogue and keeps those without a code', async () => {
    expect(await counts('field', 'H16')).toEqual([
      ['Hộ tịch', 1],
      ['Chưa xác định lĩnh vực', 2],
    ])
  })

  it('counts for a unit what it offers', async () => {
    expect((await procedureCounts(store, { organisation: 'H16.05' })).total).toBe(1)
    await expect(procedureCounts(store, { organisation: 'H99' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('portalFigure', () => {
  const query = {
    organisation: 'H16',
    from: '2022-01-01',
    to: '2022-12-31',
    measure: 'dvc-progress-tree.totalOnTime',
  }

  it('gives the figure with its source, null as it was stated', async () => {
    expect(await portalFigure(store, query)).toMatchObject({ value: null, source: 'national' })
  })

  it.each([
    { organisation: 'H17' },
    { to: '2022-12-30' },
    { measure: 'dvc-progress-tree.totalOverdue' },
  ])('has none for another %o', async (other) => {
    expect(await portalFigure(store, { ...query, ...other })).toBeUndefined()
  })
})

describe('procedures of a province that another one became part of', () => {
  const of = (code: string) =>
    ({ organisationCode: code, level: 'full', levelReceived: '4' }) as const
  const merged = scriptedStore({
    organisations: [
      organisation('H48', 'UBND tỉnh Quảng Ngãi', 'province'),
      organisation('H48.03', 'Sở Tư pháp', 'department'),
      organisation('H48.07', 'Sở Xây dựng', 'department'),
    ],
    procedures: [
      {
        source: 'former',
        value: procedure({
          code: '1.000001',
          variantOf: 'H34',
          services: [of('H34.03'), of('H34.09')],
        }),
      },
      { source: 'one-stop', value: procedure({ code: '1.000001', services: [of('H48.07')] }) },
    ],
  })
  const successions = new Successions(
    [
      { from: ['H48', 'H34'], to: ['H48'] },
      { from: ['H48.03', 'H34.03'], to: ['H48.03'] },
    ].map((one) => Succession.parse({ date: '2025-07-01', kind: 'merged', ...one })),
  )
  const count = async (organisation: string, day: string) =>
    (await procedureCounts(storeInTree(merged, { successions, day }), { organisation })).total

  it('are those of either, at the units of the day, whichever system lists the more agencies', async () => {
    for (const unit of ['H48', 'H48.03', 'H48.07']) {
      expect([unit, await count(unit, '2025-07-01')]).toEqual([unit, 1])
    }
    expect(await count('H48', '2025-06-30')).toBe(0)
    expect(await count('H48.03', '2025-06-30')).toBe(0)
  })
})
