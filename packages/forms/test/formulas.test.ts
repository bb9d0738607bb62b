import { parseCell, parsePeriod } from '@cchc/domain'
import { noon, scriptedStore, smallProvince, variedProvince } from '@cchc/figures/testing'
import excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { fillTemplate, renderReport } from '../src/index.ts'

/** Every indicator has some number, so that every total and rate of a form can be computed. */
const entered = {
  figure: async ({ indicatorId }: { readonly indicatorId: string }) => ({
    cell: parseCell(String(20 + (indicatorId.length % 7))),
    note: '',
    enteredBy: 'nguoi-nhap',
    enteredAt: noon('2022-12-10'),
    origin: null,
  }),
}

async function sheetOf(
  template: string,
  unit: string,
): Promise<{ readonly sheet: excel.Worksheet; readonly derived: number }> {
  const report = await fillTemplate(
    scriptedStore({ ...smallProvince, procedures: variedProvince.procedures ?? [] }),
    {
      template,
      organisation: unit,
      period: parsePeriod('2022'),
      now: noon('2022-12-20'),
      anyway: true,
      entered,
    },
  )
  const bytes = await renderReport(report, 'xlsx')
  expect(await renderReport(report, 'xlsx')).toEqual(bytes)
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('the workbook has no sheet')
  return { sheet, derived: report.rows.filter(({ derivation }) => derivation).length }
}

function numberAt(sheet: excel.Worksheet, address: string): number {
  if (/^\d+$/.test(address)) return Number(address)
  const cell = sheet.getCell(address)
  const value = cell.formula === undefined ? cell.value : cell.result
  if (typeof value !== 'number') throw new Error(`${address} is no number`)
  return value
}

function cellsOf(sheet: excel.Worksheet, range: string): number[] {
  const [first = '', last = first] = range.split(':')
  const [from, to] = [sheet.getCell(first), sheet.getCell(last)]
  const numbers: number[] = []
  for (let row = Number(from.row); row <= Number(to.row); row += 1) {
    for (let column = Number(from.col); column <= Number(to.col); column += 1) {
      numbers.push(numberAt(sheet, sheet.getCell(row, column).address))
    }
  }
  return numbers
}

/** Computes what a spreadsheet would. */
function computed(sheet: excel.Worksheet, formula: string): number | string {
  const sum = /^SUM\((.*)\)$/.exec(formula)?.[1]
  if (sum)
    return sum
      .split(',')
      .flatMap((part) => cellsOf(sheet, part))
      .reduce((a, b) => a + b)
  const rate = /^IF\((\w+)=0,"-",(\w+)\/\1\)$/.exec(formula)
  if (!rate) throw new Error(`an unknown formula: ${formula}`)
  const [below, above] = [numberAt(sheet, rate[1] ?? ''), numberAt(sheet, rate[2] ?? '')]
  return below === 0 ? '-' : above / below
}

describe.each([
  ['bnv-581-province', 'H16', null],
  ['bnv-581-department', 'H16.05', null],
  ['snv-188-department', 'H16.05', null],
  ['department-2025', 'H16.05', null],
  ['tt01-06a', 'H16', 150],
  ['tt01-07b', 'H16', 3],
])('the sheet of %s', (template, unit, least) => {
  it('computes its totals and rates itself, to what it shows', async () => {
    const { sheet, derived } = await sheetOf(template, unit)
    let formulas = 0
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula === undefined) return
        formulas += 1
        expect([cell.address, computed(sheet, cell.formula)]).toEqual([cell.address, cell.result])
      }),
    )
    if (least === null) expect(formulas).toBe(derived)
    else expect(formulas).toBeGreaterThanOrEqual(least)
  })
})
