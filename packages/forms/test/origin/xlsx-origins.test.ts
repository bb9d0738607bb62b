import { parseCell, parsePeriod } from '@cchc/domain'
import { noon, scriptedStore, smallProvince } from '@cchc/figures/testing'
import type { Run, Store } from '@cchc/store'
import excel from 'exceljs'
import { expect, it } from 'vitest'
import { fillTemplate, renderReport } from '../../src/index.ts'

const completedAt = noon('2022-12-19')
const run = (id: string, startedAt: number, finishedAt: number | null) =>
  ({ id, startedAt, finishedAt, connector: 'opencps', connectorVersion: '1.0.0' }) as Run

/** Newest first, as stores list them. */
function storeWith(...runs: readonly Run[]): Store {
  const covered = { entity: 'dossier', from: null, openBefore: true, to: completedAt } as const
  const completion = { source: 'one-stop', stream: 'dossiers', completedAt, covered }
  return {
    ...scriptedStore(smallProvince),
    listCompletions: async () => [completion],
    listRuns: async () => ({ items: runs, next: null }),
  }
}

const FIRST = run('1', completedAt - 90_000, completedAt - 60_000)
const SECOND = run('2', completedAt - 30_000, completedAt + 1)
const LATER = run('3', completedAt + 5_000, null)

async function workbookOf(template: string, store: Store) {
  const report = await fillTemplate(store, {
    template,
    organisation: 'H16',
    period: parsePeriod('2022'),
    now: noon('2022-12-20'),
    entered: {
      figure: async ({ indicatorId }) =>
        indicatorId.startsWith('plan_tasks')
          ? {
              cell: parseCell(indicatorId === 'plan_tasks_done' ? '42' : '56'),
              note: '',
              enteredBy: 'van-thu',
              enteredAt: noon('2022-12-16'),
              origin: { file: 'so-lieu.xlsx', address: 'D7' },
            }
          : undefined,
    },
  })
  const bytes = await renderReport(report, 'xlsx')
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const sheet = workbook.getWorksheet('Nguồn gốc số liệu')
  const lines = (sheet?.getRows(2, sheet.rowCount - 1) ?? []).map((row) =>
    Array.from({ length: 11 }, (_, index) => row.getCell(index + 1).value),
  )
  const end = lines.findIndex((line) => line.every((value) => value === null))
  const technical = lines.slice(end + 1).map(([text]) => text)
  return { report, bytes, sheet, lines: lines.slice(0, end), technical }
}

it('has one hidden line for each cell: formula, parts, rule, sources with their runs, author', async () => {
  const { report, sheet, lines } = await workbookOf('bnv-581-province', storeWith(SECOND, FIRST))
  expect(sheet?.state).toBe('hidden')
  const cells = report.rows.flatMap(({ cells }) => Object.keys(cells))
  expect(lines.length).toBe(cells.length)
  const line = (rowId: string) => lines.find(([id]) => id === rowId)
  const [, , , , printed, formula, numerator, denominator, rule] = line('III/3.1') ?? []
  expect([formula, rule]).toEqual(['III/3.1.2 ÷ III/3.1.1', null])
  expect(printed).toMatch(/%$/)
  expect(Number(numerator)).toBeLessThan(Number(denominator))
  expect(line('III/3.1.2')?.slice(5)).toEqual([
    'Hồ sơ theo cấp của đơn vị; (8) + (9); Cấp của đơn vị: UBND cấp tỉnh, Sở, ban, ngành',
    null,
    null,
    expect.stringContaining('tt01-2020, phiên bản 1'),
    'one-stop: đồng bộ xong 12:00 ngày 19/12/2022, lần đồng bộ 2 (opencps 1.0.0, từ 11:59 ngày 19/12/2022)',
    null,
  ])
  expect(line('I/2.1')?.slice(4)).toEqual([
    ...['56', null, null, null, null, null],
    'van-thu, 12:00 ngày 16/12/2022, tệp so-lieu.xlsx, ô D7',
  ])
})

it('has a line for every column of Form II.06a', async () => {
  const { report, lines, technical } = await workbookOf('tt01-06a', storeWith(SECOND))
  expect(lines.length).toBe(report.rows.length * 11)
  expect(lines.at(-1)?.[8]).toContain('tt01-2020')
  expect(technical[0]).toBe(
    'Quy tắc đếm: Biểu II.06, Thông tư 01/2020/TT-VPCP (tt01-2020, phiên bản 1).',
  )
})

it('is the same file, byte for byte, when more runs have begun since', async () => {
  const one = await workbookOf('bnv-581-province', storeWith(SECOND, FIRST))
  const other = await workbookOf('bnv-581-province', storeWith(LATER, SECOND, FIRST))
  expect(Buffer.from(other.bytes).equals(Buffer.from(one.bytes))).toBe(true)
})
