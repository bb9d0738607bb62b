import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import excel from 'exceljs'

interface Broken {
  /** A report that was written before, and what its broken copy is called. */
  readonly report: string
  readonly copy: string
  /** Each text with what comes in its place; in workbooks whole cells. */
  readonly changes: readonly (readonly [string, string])[]
}

const BROKEN: readonly Broken[] = [
  { report: 'bnv-581-province_H16_2022.csv', copy: 'rate.csv', changes: [['99,73%', '97,93%']] },
  { report: 'bnv-581-province_H16_2022.csv', copy: 'sum.csv', changes: [[',1909,', ',1919,']] },
  {
    report: 'bnv-581-province_H16_2022.csv',
    copy: 'many.csv',
    changes: [
      ['1.4.2,', '1.4.3,'],
      [',Thủ tục,196,', ',Hồ sơ,196,'],
      [',77048,', ',78048,'],
      [',1599,', ',1.5.99,'],
    ],
  },
  {
    report: 'department-2025_H16.15_2022.json',
    copy: 'department.json',
    changes: [
      ['"3.2.1."', '"3.2.2."'],
      ['"Thủ tục"', '"%"'],
    ],
  },
  {
    report: 'bnv-581-department_H16.15_2022.xlsx',
    copy: 'department.xlsx',
    changes: [
      ['104', '140'],
      ['3.2.', '3.1.'],
      ['18', '1,8'],
    ],
  },
  {
    report: 'tt01-06a_H16.51_2022-H1.xlsx',
    copy: 'dossiers.xlsx',
    changes: [
      ['890', '980'],
      ['841', '814'],
    ],
  },
]

/** Writes copies of the reports with faults that are known, as a person would make them. */
export async function breakReports(folder: string): Promise<void> {
  mkdirSync(join(folder, 'broken'), { recursive: true })
  for (const { report, copy, changes } of BROKEN) {
    const from = join(folder, 'reports', report)
    const to = join(folder, 'broken', copy)
    if (copy.endsWith('.xlsx')) await breakWorkbook({ from, to }, changes)
    else breakText({ from, to }, changes)
  }
}

interface Paths {
  readonly from: string
  readonly to: string
}

function breakText({ from, to }: Paths, changes: Broken['changes']): void {
  const text = readFileSync(from, 'utf8')
  writeFileSync(
    to,
    changes.reduce((kept, [old, now]) => {
      if (!kept.includes(old)) throw new Error(`${from} does not hold ${old}`)
      return kept.replace(old, now)
    }, text),
  )
}

async function breakWorkbook({ from, to }: Paths, changes: Broken['changes']): Promise<void> {
  const workbook = new excel.Workbook()
  await workbook.xlsx.readFile(from)
  for (const [old, now] of changes) {
    if (!replaceCell(workbook, old, now)) throw new Error(`${from} has no cell ${old}`)
  }
  await workbook.xlsx.writeFile(to)
}

/** Changes the first cell that shows just this text; a formula gives way to what is typed over it. */
function replaceCell(workbook: excel.Workbook, old: string, now: string): boolean {
  let found: excel.Cell | undefined
  workbook.worksheets[0]?.eachRow((row) =>
    row.eachCell((cell) => {
      if (String(cell.result ?? cell.value) === old) found ??= cell
    }),
  )
  if (found) found.value = /^\d+$/.test(now) ? Number(now) : now
  return found !== undefined
}
