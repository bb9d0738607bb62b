import {
  type DossierStatistics,
  dayNumber,
  dayNumberOf,
  type StatisticsNumbers,
  UsageError,
} from '@cchc/domain'
import { describe, expect, it } from 'vitest'
import type { DimensionId, StatisticsQuery } from '../src/index.ts'
import { dossierStatistics } from '../src/index.ts'
import { scriptedStore } from './scripted-store.ts'
import { smallProvince } from './small-province.ts'

const store = scriptedStore(smallProvince)
const YEAR: StatisticsQuery = {
  organisation: 'H16',
  from: '2021-12-15',
  to: '2022-12-14',
  by: [],
  rule: 'tt01-2020',
}

interface NaiveQuery {
  readonly from: string
  readonly to: string
  readonly keep: (dossier: NonNullable<typeof smallProvince.dossiers>[number]) => boolean
}

/** Counts Form II.06 straight from its wording, one dossier at a time. */
function naive({ from, to, keep }: NaiveQuery): StatisticsNumbers {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const day = (at: number | null) => (at === null ? null : dayNumberOf(at))
  const facts = (smallProvince.dossiers ?? []).filter(keep).map((d) => ({
    received: day(d.receivedAt) ?? 0,
    due: day(d.dueAt),
    end: day(d.finishedAt),
    online: d.channel === 'online',
    withdrawn: d.status === 'withdrawn',
  }))
  const mine = facts.filter((d) => d.received <= last)
  const fresh = mine.filter((d) => d.received >= first)
  const carried = mine.filter((d) => d.received < first && (d.end === null || d.end >= first))
  const ended = mine.filter((d) => d.end !== null && d.end >= first && d.end <= last)
  const open = mine.filter((d) => d.end === null || d.end > last)
  const onTime = (d: (typeof facts)[number]) => d.withdrawn || d.due === null || d.end === d.due
  const early = ended.filter((d) => !onTime(d) && (d.end ?? 0) < (d.due ?? 0))
  const late = ended.filter((d) => !onTime(d) && (d.end ?? 0) > (d.due ?? 0))
  const overdue = open.filter((d) => d.due !== null && d.due < last)
  return {
    receivedTotal: fresh.length + carried.length,
    receivedOnline: fresh.filter((d) => d.online).length,
    receivedDirectPost: fresh.filter((d) => !d.online).length,
    carriedOver: carried.length,
    resolvedTotal: ended.length,
    resolvedEarly: early.length,
    resolvedOnTime: ended.filter(onTime).length,
    resolvedLate: late.length,
    pendingTotal: open.length,
    pendingWithin: open.length - overdue.length,
    pendingOverdue: overdue.length,
  }
}

const inProvince = ({ organisationCode }: { organisationCode: string }) =>
  organisationCode.startsWith('H16')

describe('dossierStatistics', () => {
  it('totals a province like a count from the words of the form', async () => {
    const { total, findings, rows } = await dossierStatistics(store, YEAR)
    expect(total).toEqual(naive({ ...YEAR, keep: inProvince }))
    expect(total.pendingOverdue).toBeGreaterThan(0)
    expect(total.carriedOver).toBeGreaterThan(0)
    expect({ findings, rows }).toEqual({ findings: [], rows: [] })
  })

  it('gives the same total from the ledger and from the dossiers, whatever the split', async () => {
    const splits: DimensionId[][] = [
      ['org'],
      ['level'],
      ['channel'],
      ['field'],
      ['procedure'],
      ['org', 'field'],
      ['level', 'channel', 'procedure'],
    ]
    for (const by of splits) {
      const { rows, total } = await dossierStatistics(store, { ...YEAR, by })
      expect(total).toEqual(naive({ ...YEAR, keep: inProvince }))
      for (const column of Object.keys(total) as (keyof DossierStatistics)[]) {
        const sum = rows.reduce((all, row) => all + row.statistics[column], 0)
        expect(sum, `${by} ${column}`).toBe(total[column])
      }
    }
  })

  it('counts each organisation by itself, sorted by code, also one that no source lists', async () => {
    const { rows } = await dossierStatistics(store, { ...YEAR, by: ['org'] })
    expect(rows.map(({ group }) => group.org)).toEqual([
      { code: 'H16.05', name: 'Sở Tư pháp' },
      { code: 'H16.05.01', name: 'Phòng Công chứng số 1' },
      { code: 'H16.050', name: 'H16.050' },
      { code: 'H16.06', name: 'Sở Y tế' },
      { code: 'H16.31', name: 'UBND huyện Cư Jút' },
      { code: 'H16.31.22', name: 'UBND xã Nam Dong' },
      { code: 'H16.50', name: 'H16.50' },
    ])
    for (const { group, statistics } of rows) {
      const keep = (d: { organisationCode: string }) => d.organisationCode === group.org?.code
      expect(statistics).toEqual(naive({ ...YEAR, keep }))
    }
  })

  it('includes everything below an organisation, and nothing with a like code', async () => {
    const query: StatisticsQuery = { ...YEAR, organisation: 'H16.05', by: ['procedure'] }
    const { total, organisation } = await dossierStatistics(store, query)
    const keep = (d: { organisationCode: string }) => /^H16\.05(\.|$)/.test(d.organisationCode)
    expect(total).toEqual(naive({ ...YEAR, keep }))
    expect(organisation).toEqual({ code: 'H16.05', name: 'Sở Tư pháp', level: 'department' })
  })

  it('puts units at the level of the organisation above them', async () => {
    const { rows } = await dossierStatistics(store, { ...YEAR, by: ['level'] })
    expect(rows.map(({ group }) => group.level)).toEqual([
      { code: 'department', name: 'Sở, ban, ngành' },
      { code: 'district', name: 'UBND cấp huyện' },
      { code: 'commune', name: 'UBND cấp xã' },
    ])
    const keep = (d: { organisationCode: string }) => /^H16\.(05|06|50)/.test(d.organisationCode)
    expect(rows[0]?.statistics).toEqual(naive({ ...YEAR, keep }))
  })

  it('takes a missing field from the procedure', async () => {
    const { rows } = await dossierStatistics(store, { ...YEAR, by: ['field'] })
    expect(rows.map(({ group }) => group.field)).toEqual([
      { code: 'G00-F', name: 'Hộ tịch' },
      { code: 'G01-F', name: 'Đất đai' },
      { code: 'G02-F', name: 'Lĩnh vực 2' },
      { code: 'G04-F', name: 'Lĩnh vực 4' },
    ])
    const stated = (d: { organisationCode: string; fieldCode: string | null }) =>
      inProvince(d) && d.fieldCode === 'G00-F'
    expect(rows[0]?.statistics).toEqual(naive({ ...YEAR, keep: stated }))
  })

  it('carries stocks from month to month', async () => {
    const months = [
      { label: '2022-M01', from: '2021-12-15', to: '2022-01-14' },
      { label: '2022-M02', from: '2022-01-15', to: '2022-02-14' },
      { label: '2022-M03', from: '2022-02-15', to: '2022-03-14' },
    ]
    for (const by of [['month'], ['month', 'level'], ['field', 'month']] as DimensionId[][]) {
      const query = { ...YEAR, to: '2022-03-14', by, months }
      const { rows, total } = await dossierStatistics(store, query)
      expect(rows.length % 3).toBe(0)
      for (let at = 0; at < rows.length; at += 3) {
        const [one, two, three] = rows.slice(at, at + 3).map(({ statistics }) => statistics)
        expect(two?.carriedOver).toBe(one?.pendingTotal)
        expect(three?.carriedOver).toBe(two?.pendingTotal)
      }
      expect(total).toEqual(naive({ ...query, keep: inProvince }))
    }
    const { rows } = await dossierStatistics(store, {
      ...YEAR,
      to: '2022-03-14',
      by: ['month'],
      months,
    })
    expect(rows.map(({ group }) => group.month?.code)).toEqual(months.map(({ label }) => label))
    for (const [index, month] of months.entries()) {
      expect(rows[index]?.statistics).toEqual(naive({ ...month, keep: inProvince }))
    }
  })

  it('refuses an unknown rule and names the known ones', async () => {
    await expect(dossierStatistics(store, { ...YEAR, rule: 'tt99' })).rejects.toMatchObject({
      code: 'usage_invalid',
      fix: 'Known rules: tt01-2020, qd766-2022, opencps-2, btp-07a.',
    })
  })

  it('names every fault of a query at once', async () => {
    const query: StatisticsQuery = { ...YEAR, to: '2021-01-01', by: ['org', 'org', 'month'] }
    const error = await dossierStatistics(store, query).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UsageError)
    expect((error as UsageError).faults.map(({ path }) => path)).toEqual(['period', 'by', 'months'])
  })

  it('refuses an organisation that nobody knows', async () => {
    await expect(dossierStatistics(store, { ...YEAR, organisation: 'H99' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('reports sums that cannot be', async () => {
    const broken = scriptedStore(smallProvince)
    const wrong: typeof broken = {
      ...broken,
      ledger: async () => [
        {
          source: 's',
          organisationCode: 'H16.05',
          channel: null,
          day: dayNumber('2022-03-01'),
          received: 1,
          resolvedEarly: 2,
          resolvedOnTime: 0,
          resolvedLate: 0,
          overdueOpened: 0,
          overdueClosed: 0,
        },
      ],
    }
    const { findings } = await dossierStatistics(wrong, { ...YEAR, by: ['org'] })
    expect(findings).toContain('H16.05: pendingTotal is -1, less than zero.')
  })
})
