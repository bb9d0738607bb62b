import { describe, expect, test } from 'vitest'
import {
  type Cell,
  FilledReport,
  isDoubtfulCell,
  parseCell,
  periodTitle,
  printCell,
  readListReport,
  UsageError,
  writeListReport,
} from '../src/index.ts'
import { fixture } from './fixture.ts'

const NAMES = ['dak-nong', 'hue', 'khanh-hoa'] as const
const REPORTS = NAMES.map((name) => [name, fixture(name)] as const)

function cellOf(report: FilledReport, rowId: string): Cell | undefined {
  return report.rows.find((row) => row.rowId === rowId)?.cells.value
}

describe.each(REPORTS)('the published report %s', (_name, document) => {
  test('loads and prints back cell for cell', () => {
    const report = readListReport(document)
    expect(writeListReport(report)).toEqual(document)
  })

  test('survives JSON and the schema unchanged', () => {
    const report = readListReport(document)
    expect(FilledReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
  })

  test('reads its numbers: printed anew, they look as they did', () => {
    const texts = readListReport(document).rows.map((row) => printCell(row.cells.value as Cell))
    for (const text of texts.filter((text) => !/^0\d$|^\d{4}$/.test(text))) {
      expect(printCell({ ...parseCell(text), raw: null })).toBe(text)
    }
  })
})

test('the four states of a cell are told apart in the published reports', () => {
  const [dakNong, hue, khanhHoa] = REPORTS.map(([, document]) => readListReport(document))
  if (!dakNong || !hue || !khanhHoa) throw new Error('a report is missing')
  expect(cellOf(dakNong, 'dn:III/3.1.1')).toMatchObject({ state: 'number', value: 77_251 })
  expect(cellOf(dakNong, 'dn:II/1.2')).toMatchObject({ state: 'zero' })
  expect(cellOf(dakNong, 'dn:II/1')).toMatchObject({ state: 'not_reported' })
  const states = new Set(
    [dakNong, hue, khanhHoa].flatMap((r) => r.rows.map((row) => row.cells.value?.state)),
  )
  expect([...states].sort()).toEqual(['not_applicable', 'not_reported', 'number', 'text', 'zero'])
})

test('a count that lost a digit is kept as written and never taken for a number', () => {
  const report = readListReport(fixture('dak-nong'))
  const doubtful = report.rows.filter((row) => row.cells.value && isDoubtfulCell(row.cells.value))
  expect(doubtful.map((row) => row.cells.value)).toEqual([
    { state: 'text', text: '42.95', raw: '42.95' },
  ])
})

test('a period that deviates from the legal days keeps its own', () => {
  const { period } = readListReport(fixture('hue')).head
  expect(period).toMatchObject({ text: '2023-H1', from: '2022-12-15', to: '2023-06-10' })
  expect(periodTitle(period)).toBe('6 tháng đầu năm 2023')
})

test('every fault of a document is named with its place', () => {
  const document = fixture<{ report: object; rows: object[] }>('hue')
  const broken = {
    report: { ...document.report, level: 'galaxy', issuedOn: '2023-02-30' },
    rows: [{ ...document.rows[0], raw: 5 }],
  }
  const read = () => readListReport(broken)
  expect(read).toThrow(UsageError)
  expect(faultsOf(read)).toEqual(['report.issuedOn', 'report.level', 'rows.0.raw'])
})

test('two rows with one id are refused', () => {
  const document = fixture<{ report: object; rows: object[] }>('hue')
  const doubled = { ...document, rows: [...document.rows, document.rows[0]] }
  expect(() => readListReport(doubled)).toThrow(UsageError)
})

function faultsOf(read: () => unknown): string[] {
  try {
    read()
    return []
  } catch (error) {
    return error instanceof UsageError ? error.faults.map((fault) => fault.path).sort() : []
  }
}
