import {
  brokenIdentities,
  brokenProcedureIdentities,
  COUNTING_RULES,
  type CountingRule,
  cellNumber,
  type FilledReport,
  NOT_REPORTED,
  parsePeriod,
  printNumber,
  type ReportTemplate,
  type StatisticsNumbers,
} from '@cchc/domain'
import { noon, scriptedStore, variedProvince } from '@cchc/figures/testing'
import { describe, expect, it, test } from 'vitest'
import { GENERATORS } from '../src/generated/generators.ts'
import { fillTemplate, getTemplate, listTemplates, openOrigins } from '../src/index.ts'

const store = scriptedStore(variedProvince)
const NO_PROCEDURES = 'Chưa nguồn nào có thủ tục hành chính của đơn vị này để đếm.'
const UNITS = ['H16', 'H16.05', 'H16.31', 'H16.31.22']

const ask = (template: string, organisation: string, rule: string) => ({
  ...{ template, organisation, rule },
  period: parsePeriod('2022'),
  now: noon('2022-12-20'),
})

function numberOf(row: FilledReport['rows'][number] | undefined, key: string): number {
  return cellNumber(row?.cells[key] ?? NOT_REPORTED) ?? Number.NaN
}

function numbersOf(row: FilledReport['rows'][number]): Record<string, number> {
  return Object.fromEntries(Object.keys(row.cells).map((key) => [key, numberOf(row, key)]))
}

test('each generator makes forms that come with the hub; between them they print what it counts', () => {
  for (const { id, columns } of GENERATORS) {
    const forms = listTemplates().filter(({ generatedFrom }) => generatedFrom === id)
    const printed = new Set(forms.flatMap((form) => form.columns.map(({ key }) => key)))
    const left = columns.map(({ key }) => key).filter((key) => !printed.has(key))
    // Form 07a/BTP parts those that await reception by a term that no source states; no form shows who waits.
    const unprinted = ['awaitingReception', 'waiting']
    // What makes an answer of a fact whole, and is no column of its own.
    const answers = ['receivedInsideArea', 'paymentNone', 'receiptsMissing']
    expect(left.filter((key) => ![...unprinted, ...answers].includes(key))).toEqual([])
  }
})

const CASES = COUNTING_RULES.flatMap((rule) => UNITS.map((unit) => [unit, rule] as const))

/** Figures beside the form take part in the balance of its rows, which the form then does not show. */
const isWhole = ({ extraFigures }: CountingRule) => extraFigures.length === 0

describe.each(CASES)('Form II.06a of %s by $id', (unit, rule) => {
  it('holds the identities of the form in every row, and rows add up to those above', async () => {
    const { rows } = await fillTemplate(store, ask('tt01-06a', unit, rule.id))
    const broken = rows.flatMap((row) => brokenIdentities(numbersOf(row) as StatisticsNumbers))
    const balances = ['(3)=(4)+(5)+(6)', '(3)=(7)+(11)']
    const shown = broken.filter(({ name }) => isWhole(rule) || !balances.includes(name))
    expect(shown).toEqual([])
    const of = (type: string) => rows.filter(({ rowType }) => rowType === type)
    const [total] = of('total')
    expect(numberOf(total, 'receivedTotal')).toBeGreaterThan(0)
    const levels = [of('group'), of('heading'), of('indicator')].filter(({ length }) => length > 0)
    for (const key of Object.keys(total?.cells ?? {})) {
      const sums = levels.map((level) => level.reduce((all, row) => all + numberOf(row, key), 0))
      expect([key, ...sums]).toEqual([key, ...levels.map(() => numberOf(total, key))])
    }
  })
})

describe.each(UNITS)('Form II.07b of %s', (unit) => {
  it('holds its identities; fields add up to the unit and the total', async () => {
    const { rows, provenance } = await fillTemplate(store, ask('tt01-07b', unit, 'tt01-2020'))
    if (provenance?.missing) return expect(provenance.missing).toEqual([NO_PROCEDURES])
    for (const row of rows) {
      const underAuthority = {
        total: numberOf(row, 'authorityTotal'),
        province: numberOf(row, 'authorityProvince'),
        district: numberOf(row, 'authorityDistrict'),
        commune: numberOf(row, 'authorityCommune'),
      }
      expect(
        brokenProcedureIdentities({ underAuthority, oneStop: null, internalProcess: null }),
      ).toEqual([])
    }
    const fields = rows.filter(({ rowType }) => rowType === 'indicator')
    const [head, last] = [rows[0], rows.at(-1)]
    for (const key of Object.keys(head?.cells ?? {})) {
      const sum = fields.reduce((all, row) => all + numberOf(row, key), 0)
      expect([key, sum, sum]).toEqual([key, numberOf(head, key), numberOf(last, key)])
    }
  })

  it('tells how many procedures stand in no column', async () => {
    const { rows } = await fillTemplate(store, ask('tt01-07b', 'H16', 'tt01-2020'))
    expect(rows.at(-1)?.note).toBe('Chưa tính 1 TTHC chưa xác định cấp thực hiện')
  })
})

test('Form II.07b is blank where no catalogue was read whole, unless what is known is asked for', async () => {
  const unread = { source: 'one-stop', stream: 'procedures', completedAt: null, cursor: null }
  const stream = { ...unread, records: 9, quarantined: 0, missing: 0, committedAt: null }
  const partly = scriptedStore({ ...variedProvince, streams: [stream] })
  for (const partial of [false, true]) {
    const asked = { ...ask('tt01-07b', 'H16', 'tt01-2020'), partial }
    const { rows, provenance } = await fillTemplate(partly, asked)
    expect(provenance?.missing).toEqual(['Nguồn one-stop (procedures) chưa được đọc trọn lần nào.'])
    expect(numberOf(rows.at(-1), 'authorityTotal') > 0).toBe(partial)
  }
})

test.each([
  ['2025-M06', false, 'zero'],
  ['2025-M12', true, 'number'],
  ['2025-M12', false, 'not_applicable'],
])(
  'Form II.07b of %s has procedures of districts only where there is such a level',
  async (period, isGiven, state) => {
    const all = variedProvince.procedures ?? []
    const procedures = all.filter(({ value }) => isGiven || !value.levels.includes('district'))
    const kept = scriptedStore({ ...variedProvince, procedures })
    const later = { period: parsePeriod(period), now: noon('2026-01-20') }
    const asked = { ...ask('tt01-07b', 'H16', 'tt01-2020'), ...later }
    const { rows } = await fillTemplate(kept, { ...asked, partial: true })
    expect(rows.at(-1)?.cells.authorityDistrict?.state).toBe(state)
  },
)

const GENERATED = listTemplates().filter(({ generatedBy }) => generatedBy.length > 0)

describe.each(GENERATED.map(({ id }) => id))('%s', (id) => {
  it.each(CASES)(
    'explains the cells of %s by $id to the numbers that it prints',
    async (unit, rule) => {
      const asked = { ...ask(id, unit, rule.id), anyway: true }
      const { rows } = await fillTemplate(store, asked)
      const origins = await openOrigins(store, asked)
      expect(origins.rows.map(({ rowId }) => rowId)).toEqual(rows.map(({ rowId }) => rowId))
      const places = origins.rows.flatMap(({ rowId, columns }) =>
        columns.map((column) => ({ rowId, column })),
      )
      for (const place of places.filter((_, index) => index % 3 === 0)) {
        const { cell, findings } = await origins.of(place)
        const printed = rows.find(({ rowId }) => rowId === place.rowId)?.cells[place.column]
        if (printed) expect({ place, cell: cell.cell }).toEqual({ place, cell: printed })
        // By btp-07a dossiers of no stated channel are in (3) and in none of (4), (5), (6).
        const known = place.column === 'receivedTotal' && !isWhole(rule)
        if (!known) expect({ place, findings }).toEqual({ place, findings: [] })
      }
    },
  )
})

test("a form of one's own may print some of the columns only", async () => {
  const { columns, ...form } = getTemplate('tt01-06a')
  const few: ReportTemplate = {
    ...form,
    id: 'it-cot',
    columns: columns.filter(({ key }) => ['label', 'resolvedTotal', 'resolvedLate'].includes(key)),
  }
  const asked = { ...ask('it-cot', 'H16.05', 'tt01-2020'), templates: [few] }
  const { rows } = await fillTemplate(store, asked)
  expect(Object.keys(rows[0]?.cells ?? {})).toEqual(['resolvedTotal', 'resolvedLate'])
  const origins = await openOrigins(store, asked)
  const late = await origins.of({ rowId: 'total', column: 'resolvedLate' })
  expect(cellNumber(late.cell.cell)).toBe(numberOf(rows.at(-1), 'resolvedLate'))
  expect(late.findings).toEqual([])
  const rate = await origins.of({ rowId: 'total', column: 'onTime' })
  expect(rate.cell.origin.kind).toBe('quotient')
})

test('Form 07a/BTP has what its rule counts, in its own columns, and says that it was held against no text', async () => {
  const asked = { ...ask('07a-btp', 'H16', 'btp-07a'), anyway: true }
  const { rows, provenance, narrative } = await fillTemplate(store, asked)
  const ofForm06 = await fillTemplate(store, { ...asked, template: 'tt01-06a' })
  const [total, same] = [rows.at(-1), ofForm06.rows.at(-1)]
  for (const key of ['receivedTotal', 'resolvedTotal', 'pendingTotal', 'carriedOver']) {
    expect(numberOf(total, key), key).toBe(numberOf(same, key))
  }
  const inTime = numberOf(same, 'resolvedEarly') + numberOf(same, 'resolvedOnTime')
  expect(numberOf(total, 'resolvedInTime')).toBe(inTime)
  expect(JSON.stringify(narrative)).toContain(
    `trước hạn và đúng hạn ${printNumber(inTime)} hồ sơ, quá hạn có thư xin lỗi …… hồ sơ`,
  )
  const channels = ['receivedOnlineFull', 'receivedOnlinePartial', 'receivedDirect']
  for (const key of channels) expect(numberOf(total, key), key).toBeGreaterThan(0)
  expect(total?.cells).not.toHaveProperty('receivedOutsideArea')
  const cautions = expect.arrayContaining(['07a/BTP chưa đối chiếu với văn bản.'])
  expect(provenance).toMatchObject({ rule: { id: 'btp-07a' }, cautions })
})

test('by a rule that does not count them, columns of Form 07a/BTP are blank and say why', async () => {
  const asked = { ...ask('07a-btp', 'H16.05', 'tt01-2020'), anyway: true }
  const { rows, provenance } = await fillTemplate(store, asked)
  const other =
    '07a/BTP phải đếm theo quy tắc “Biểu 07a/BTP”; ở đây đếm theo quy tắc “Biểu II.06, Thông tư 01/2020/TT-VPCP”.'
  expect(provenance?.cautions).toContain(other)
  const own = await fillTemplate(store, { ...asked, rule: 'btp-07a' })
  expect(own.provenance?.cautions?.join(' ')).not.toContain('phải đếm theo')
  expect(rows.at(-1)?.cells).not.toHaveProperty('receivedOnlineFull')
  const origins = await openOrigins(store, asked)
  const { cell } = await origins.of({ rowId: 'total', column: 'receivedOnlineFull' })
  expect(cell.origin).toMatchObject({
    kind: 'missing',
    reasons: [expect.stringContaining('Không nguồn nào cho số liệu')],
  })
})

test.each([
  ['2022', 'Use tt01-06a instead'],
  ['2019', 'Use what is in force on'],
])(
  'Form 07a/BTP is refused for %s, with the form that was in force before, if any was',
  async (year, fix) => {
    const asked = { ...ask('07a-btp', 'H16', 'btp-07a'), period: parsePeriod(year) }
    await expect(fillTemplate(store, asked)).rejects.toMatchObject({
      fix: expect.stringContaining(fix),
    })
  },
)
