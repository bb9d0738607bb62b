import { type DossierCount, type FilledReport, parsePeriod } from '@cchc/domain'
import { dossierStatistics } from '@cchc/figures'
import { noon, type Script, scriptedStore, smallProvince } from '@cchc/figures/testing'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillTemplate, openOrigins, renderReport } from '../src/index.ts'
import { REPORT_FORMATS } from '../src/render/report-formats.ts'

/** These have no dossiers here: they are stated, as exactly as they would be counted. */
const STATED = ['H16.06', 'H16.31.22', 'H16.50']
const period = parsePeriod('2022')
const days = { from: period.from, to: period.to }

const isStated = ({ organisationCode }: { organisationCode: string }) =>
  STATED.includes(organisationCode)

/** What the units state of themselves, as a whole and by field. */
async function stated(): Promise<DossierCount[]> {
  const own = (smallProvince.dossiers ?? []).filter(isStated)
  const store = scriptedStore({ ...smallProvince, dossiers: own })
  const query = { organisation: 'H16', ...days, rule: 'tt01-2020' }
  const facts = { ...days, rule: 'tt01-2020', procedureCode: null, document: 'BC.xlsx' }
  const rows = [
    ...(await dossierStatistics(store, { ...query, by: ['org'] })).rows,
    ...(await dossierStatistics(store, { ...query, by: ['org', 'field'] })).rows,
  ]
  return rows.map(({ group, statistics: counts }) => ({
    ...facts,
    organisationCode: group.org?.code ?? '',
    fieldCode: group.field?.code ?? null,
    ...{ counts, place: 'A1', statedOn: null },
  }))
}

async function half(change: (row: DossierCount) => DossierCount = (row) => row): Promise<Script> {
  const dossiers = (smallProvince.dossiers ?? []).filter((one) => !isStated(one))
  return { ...smallProvince, dossiers, counts: (await stated()).map(change) }
}

const ask = (template: string) => ({
  ...{ template, organisation: 'H16', period },
  now: noon('2022-12-20'),
})

function fill(script: Script, template: string): Promise<FilledReport> {
  return fillTemplate(scriptedStore(script), ask(template))
}

const cellsOf = ({ rows }: FilledReport) => rows.map(({ rowId, cells }) => [rowId, cells])

describe.each(['tt01-06a', 'bnv-581-province'])('%s of a province half stated', (template) => {
  let whole: FilledReport
  let mixed: FilledReport
  beforeAll(async () => {
    whole = await fill(smallProvince, template)
    mixed = await fill(await half(), template)
  })

  it('is exactly the sum of both, but for what stated rows cannot tell', () => {
    const [counted, both] = [cellsOf(whole), cellsOf(mixed)]
    const lost = both.filter(([, cells], index) => {
      return JSON.stringify(cells) !== JSON.stringify(counted[index]?.[1])
    })
    expect(both.map(([rowId]) => rowId)).toEqual(counted.map(([rowId]) => rowId))
    for (const [, cells] of lost) {
      const states = Object.values(cells ?? {}).map((cell) => (cell as { state: string }).state)
      expect(new Set(states)).toEqual(new Set(['not_reported']))
    }
    if (template === 'tt01-06a') expect(lost).toEqual([])
  })

  it('says in the rows that rest on them, and under the table, who states them', () => {
    const noted = mixed.rows.filter((row) => row.stated)
    expect(noted.length).toBeGreaterThan(0)
    expect(noted.length).toBeLessThan(mixed.rows.length)
    for (const { note, stated: by } of noted) {
      expect(by?.[0]).toMatch(/^Theo số liệu do sheets cung cấp: .*15\/12\/2021 - 14\/12\/2022\.$/)
      expect(note).toContain(by?.[0])
    }
    expect(mixed.provenance?.stated?.length).toBeGreaterThan(0)
    expect(whole.provenance?.stated).toBeUndefined()
    expect(whole.rows.some((row) => row.stated)).toBe(false)
  })

  it.each(REPORT_FORMATS)('says so in %s', async (format) => {
    const bytes = await renderReport(mixed, format)
    const isZip = format === 'xlsx' || format === 'docx'
    const parts = isZip ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)) : []
    const text = isZip ? parts.join(' ') : new TextDecoder().decode(bytes)
    expect(text).toContain('Theo số liệu do sheets cung cấp')
  })

  it('explains every such cell to the same number, down to the stated rows', async () => {
    const origins = await openOrigins(scriptedStore(await half()), ask(template))
    for (const { rowId, cells } of mixed.rows.filter((row) => row.stated)) {
      for (const column of Object.keys(cells)) {
        const { findings } = await origins.of({ rowId, column })
        expect({ rowId, column, findings }).toEqual({ rowId, column, findings: [] })
      }
    }
    const { cell } = await origins.of({
      rowId: mixed.rows.find((row) => row.stated)?.rowId ?? '',
      column: Object.keys(mixed.rows.find((row) => row.stated)?.cells ?? {})[0] ?? '',
    })
    expect(JSON.stringify(cell)).toContain('"document":"BC.xlsx"')
  })
})

it('a column that one unit does not state is blank in its row, its group and the total, and nowhere else', async () => {
  const script = await half((row) => {
    const { resolvedLate: _, resolvedOnTime: __, ...counts } = row.counts
    return row.organisationCode === 'H16.06' ? { ...row, counts } : row
  })
  const { rows, provenance } = await fill(script, 'tt01-06a')
  const blank = rows.filter(({ cells }) => cells.resolvedLate?.state === 'not_reported')
  expect(blank.map(({ rowId }) => rowId.split('/').slice(0, 2).join('/'))).toEqual(
    expect.arrayContaining(['I', 'I/H16.06', 'total']),
  )
  expect(blank.every(({ rowId }) => /^(I|total|I\/H16\.06(\/.*)?)$/.test(rowId))).toBe(true)
  expect(rows.every(({ cells }) => cells.carriedOver?.state !== 'not_reported')).toBe(true)
  expect(provenance?.missing?.[0]).toMatch(/^Nguồn sheets không cung cấp \(9\), \(10\)/)
})
