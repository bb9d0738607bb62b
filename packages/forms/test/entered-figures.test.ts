import { readFileSync } from 'node:fs'
import { figuresOfReport } from '@cchc/audit/entered'
import {
  type Cell,
  cellNumber,
  dayNumber,
  type FilledReport,
  parseCell,
  parsePeriod,
  printCell,
  readListReport,
} from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { noon, organisation, scriptedStore } from '@cchc/figures/testing'
import { readReportFile } from '@cchc/files/check'
import type { Store, StoredEnteredFigure } from '@cchc/store'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { enteredFigures, fillTemplate, getTemplate, renderReport } from '../src/index.ts'

const period = parsePeriod('2023')
const KEY = { organisation: 'H16.05', from: dayNumber(period.from), to: dayNumber(period.to) }
const now = noon('2023-12-20')
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML must not hold.
const NEVER_IN_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

/** A store without portals, in which people entered figures. */
function storeOf(figures: readonly Partial<StoredEnteredFigure>[]): Store {
  const organisations = [
    organisation('H16', 'UBND tỉnh', 'province'),
    organisation('H16.05', 'Ban Dân tộc', 'department'),
  ]
  const stored = figures.map((figure, index) => ({
    ...KEY,
    id: String(index),
    period: '2023',
    note: '',
    origin: null,
    enteredBy: 'an',
    enteredAt: now,
    reason: null,
    supersededAt: null,
    ...figure,
  })) as StoredEnteredFigure[]
  return {
    ...scriptedStore({ organisations }),
    listEnteredFigures: async ({ organisation: code, from, to } = {}) =>
      stored.filter((one) => one.organisation === code && one.from === from && one.to === to),
  }
}

function fill(store: Store, template: string): Promise<FilledReport> {
  const asked = { template, organisation: 'H16.05', period, now, anyway: true }
  return fillTemplate(store, { ...asked, entered: enteredFigures(store) })
}

describe.each([
  ['khanh-hoa', 'bnv-581-department'],
  ['hue', 'snv-188-department'],
])('the published report %s as a file', (name, template) => {
  const path = new URL(`../../domain/test/fixtures/${name}.json`, import.meta.url)
  const published = readListReport(JSON.parse(readFileSync(path, 'utf8')))

  test.each(['xlsx', 'csv', 'json'] as const)('as %s gives the same cells back', async (format) => {
    const file = { name: `${name}.${format}`, bytes: await renderReport(published, format) }
    const read = figuresOfReport(await readReportFile(file), {
      template: getTemplate(template),
      catalogue: await loadIndicatorCatalogue(),
    })
    expect(read.faults).toEqual([])
    const origin = { file: file.name, sha256: 'f'.repeat(64) }
    const filled = await fill(
      storeOf(
        read.figures.map(({ address, ...one }) => ({ ...one, origin: { ...origin, address } })),
      ),
      template,
    )
    const rows = new Map(filled.rows.map((row) => [row.rowId, row]))
    const given = published.rows.filter(({ cells }) => cells.value?.state !== 'not_reported')
    let compared = 0
    for (const row of given) {
      const back = rows.get(row.rowId.replace(/^\w+:/, ''))
      if (back?.derivation || back?.rowType !== 'indicator') continue
      compared += 1
      expect([row.rowId, shown(back.cells.value)]).toEqual([row.rowId, shown(row.cells.value)])
      expect(back?.entered?.origin).toMatchObject({
        file: file.name,
        address: expect.stringMatching(/^\w?\d+$/),
      })
    }
    expect(compared).toBeGreaterThan(60)
  })
})

/** Numbers are printed anew: `05` becomes 5. */
function shown(cell: Cell | undefined): unknown {
  return cell && (cellNumber(cell) ?? printCell(cell))
}

test('rates and totals are computed from entered parts; their cells tell who entered them', async () => {
  const store = storeOf([
    { indicatorId: 'plan_tasks_total', cell: parseCell('1.200'), note: 'Theo Kế hoạch' },
    { indicatorId: 'plan_tasks_done', cell: parseCell('800') },
  ])
  const { rows } = await fill(store, 'department-2025')
  const row = (rowId: string) => rows.find((one) => one.rowId === rowId)
  expect(printCell(row('1.1')?.cells.value as Cell)).toBe('66,67%')
  expect(row('1.1')?.entered).toBeUndefined()
  expect(row('1.1/1')).toMatchObject({
    note: 'Theo Kế hoạch',
    entered: { by: 'an', at: now, origin: null },
  })
})

test('what no document can hold is in none of them, whoever wrote it', async () => {
  const note = 'Dòng một\vdòng hai\x01\x1b[31m\ufffe'
  const store = storeOf([
    { indicatorId: 'plan_tasks_total', cell: parseCell('5'), note, enteredBy: 'an\x08' },
  ])
  const report = await fill(store, 'department-2025')
  const row = report.rows.find(({ rowId }) => rowId === '1.1/1')
  expect(row?.note).toBe('Dòng một dòng hai\ufffd\ufffd[31m\ufffd')
  for (const format of ['docx', 'xlsx'] as const) {
    const parts = Object.entries(unzipSync(await renderReport(report, format)))
    for (const [name, part] of parts) {
      if (name.endsWith('.xml')) expect(strFromU8(part), name).not.toMatch(NEVER_IN_XML)
    }
  }
})

test('figures of another period or organisation stay out', async () => {
  const store = storeOf([
    { indicatorId: 'plan_tasks_total', cell: parseCell('1'), from: KEY.from + 1 },
    { indicatorId: 'plan_tasks_total', cell: parseCell('2'), organisation: 'H16.06' },
  ])
  const { rows } = await fill(store, 'department-2025')
  expect(rows.find((one) => one.rowId === '1.1/1')?.cells.value?.state).toBe('not_reported')
})
