import { type FilledReport, parsePeriod } from '@cchc/domain'
import { noon, scriptedStore, smallProvince, variedProvince } from '@cchc/figures/testing'
import { checkReport } from '@cchc/files/check'
import { describe, expect, test } from 'vitest'
import { fillTemplate, renderReport } from '../../src/index.ts'

const store = scriptedStore({ ...smallProvince, procedures: variedProvince.procedures ?? [] })
const FORMATS = ['xlsx', 'csv', 'json'] as const

function filled(template: string, organisation: string): Promise<FilledReport> {
  const period = parsePeriod('2022')
  return fillTemplate(store, {
    template,
    organisation,
    period,
    now: noon('2022-12-20'),
    anyway: true,
  })
}

async function errors(report: FilledReport, format: (typeof FORMATS)[number]) {
  const bytes = await renderReport(report, format)
  const result = await checkReport({ file: { name: `bao-cao.${format}`, bytes } })
  expect(result.checked).toBeGreaterThan(0)
  const found = result.findings.filter(({ severity }) => severity === 'error')
  return found.map(({ rule, rows }) => `${rule} ${rows.map(({ label }) => label).join(', ')}`)
}

describe.each(FORMATS)('a report that was filled from portal data, as %s', (format) => {
  test.each([
    ['tt01-06a', 'H16'],
    ['tt01-07b', 'H16'],
    ['bnv-581-department', 'H16.05'],
    ['department-2025', 'H16.05'],
  ])('%s of %s has no certain defect', async (template, organisation) => {
    expect(await errors(await filled(template, organisation), format)).toEqual([])
  })
})

test.each(['csv', 'json'] as const)(
  'a changed cell of a wide form breaks its column sums and the sums above it, and is told alone, as %s',
  async (format) => {
    const report = await filled('tt01-06a', 'H16')
    const rows = report.rows.map((row) => {
      const changed = { ...row.cells, resolvedOnTime: cell(9_999) }
      return row.label === 'Sở Tư pháp' ? { ...row, cells: changed } : row
    })
    expect(await errors({ ...report, rows }, format)).toEqual(['column-sum Sở Tư pháp'])
  },
)

function cell(value: number) {
  return { state: 'number', value, decimals: 0, percent: false, raw: null } as const
}
