import { cellNumber, type PortalFigure, parseCell, parsePeriod } from '@cchc/domain'
import type { Script } from '@cchc/figures/testing'
import { noon, procedure, scriptedStore, smallProvince } from '@cchc/figures/testing'
import type { Run, Store, StoredEnteredFigure } from '@cchc/store'
import { describe, expect, it } from 'vitest'
import {
  enteredFigures,
  fillTemplate,
  type OriginAnswer,
  type OriginCell,
  openOrigins,
} from '../../src/index.ts'

const period = parsePeriod('2022')
const now = noon('2022-12-20')

const service = (level: 'partial' | 'full') => ({
  organisationCode: 'H16.05',
  level,
  levelReceived: level === 'full' ? '4' : '3',
})

const portal = (measure: string, value: number | null): PortalFigure => ({
  organisationCode: 'H16',
  organisationName: 'UBND tỉnh Đắk Nông',
  from: '2022-01-01',
  to: '2022-12-31',
  measure,
  value,
  quality: null,
  provisional: true,
})

const script: Script = {
  ...smallProvince,
  procedures: [
    ...[0, 1, 2, 3].flatMap((digit) => {
      const code = `1.00000${digit}`
      const own = { code, fieldCode: `G0${digit % 3}-F`, fieldName: `Lĩnh vực ${digit}` }
      const levels = digit === 3 ? (['commune'] as const) : (['province'] as const)
      const national = procedure({ ...own, levels: [...levels], interlinked: 'same_level' })
      const local = procedure({ ...own, services: [service(digit % 2 ? 'full' : 'partial')] })
      return [
        { source: 'one-stop', value: local },
        ...(digit === 0 ? [] : [{ source: 'national', value: national }]),
      ]
    }),
  ],
  figures: [
    portal('provide-online-tree.partialCount', 2),
    portal('provide-online-tree.fullCount', 1),
  ],
}

const entry = (indicatorId: string, raw: string): StoredEnteredFigure => ({
  id: indicatorId,
  indicatorId,
  organisation: 'H16',
  from: 0,
  to: 0,
  period: '2022',
  cell: parseCell(raw),
  note: '',
  origin: { file: 'so-lieu.xlsx', sha256: 'ab', address: 'Biểu 1!D7' },
  enteredAt: noon('2022-12-16'),
  enteredBy: 'van-thu',
  reason: 'Sở gửi bản đính chính',
  supersededAt: null,
})

const aRun = (id: string): Run =>
  ({
    id,
    source: 'one-stop',
    connector: 'opencps',
    connectorVersion: '1.0.0',
    status: 'done',
    startedAt: noon('2022-12-18'),
    finishedAt: noon('2022-12-18') + 60_000,
  }) as Run

const base = scriptedStore(script)
const store: Store = {
  ...base,
  async *scanDossiers(query) {
    for await (const batch of base.scanDossiers(query)) {
      yield batch.map((one, index) => ({ ...one, runId: index % 3 === 0 ? '1' : '2' }))
    }
  },
  getRun: async (id) => aRun(id),
  listEnteredFigures: async () => [
    entry('plan_tasks_total', '56'),
    entry('plan_tasks_done', '42'),
    entry('procedures_with_fee', '7'),
  ],
}

const request = (template: string, organisation: string) => {
  const entered = enteredFigures(store)
  return {
    template,
    organisation,
    period,
    now,
    entered,
    portals: new Map([['one-stop', 'Một cửa']]),
  }
}

/** Every cell of a report, explained, with the cell as the report itself has it. */
async function explained(template: string, organisation: string) {
  const asked = request(template, organisation)
  const report = await fillTemplate(store, asked)
  const origins = await openOrigins(store, asked)
  const pairs: { answer: OriginAnswer; place: string; stated: unknown }[] = []
  for (const { rowId, columns } of origins.rows) {
    for (const column of columns) {
      const row = report.rows.find((one) => one.rowId === rowId)
      const answer = await origins.of({ rowId, column })
      pairs.push({ answer, place: `${rowId} ${column}`, stated: row?.cells[column] })
    }
  }
  return pairs
}

/** What the tree below a cell gives when it is computed again. */
function recomputed(cell: OriginCell): number | null {
  const { origin } = cell
  if (origin.kind === 'quotient') return origin.numerator / origin.denominator
  if (origin.kind === 'sum')
    return total(origin.operands.map((one) => recomputed(one) ?? Number.NaN))
  if (origin.kind === 'counted') return total(origin.contributions.map(({ count }) => count))
  if (origin.kind === 'portal') return total(origin.records.map(({ value }) => value ?? Number.NaN))
  return cellNumber(cell.cell)
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function kinds(answers: readonly OriginAnswer[]): Set<string> {
  return new Set(answers.map(({ cell }) => cell.origin.kind))
}

describe('a list form', () => {
  it('explains every cell as the report has it, and what is below adds up to it', async () => {
    const pairs = await explained('bnv-581-province', 'H16')
    expect(pairs.length).toBeGreaterThan(100)
    for (const { answer, place, stated } of pairs) {
      expect([place, answer.cell.cell]).toEqual([place, stated])
      expect([place, answer.findings]).toEqual([place, []])
      const { cell } = answer
      if (cell.cell.state === 'not_reported') expect(cell.origin.kind).toBe('missing')
      else if (cell.cell.state !== 'ratio') expect(recomputed(cell)).toBe(cellNumber(cell.cell))
    }
    const found = kinds(pairs.map(({ answer }) => answer))
    expect(found).toEqual(new Set(['quotient', 'sum', 'counted', 'portal', 'entered', 'missing']))
  })

  it('takes a rate apart: exact numerator and denominator, rounding, dossiers by unit, source and run', async () => {
    const origins = await openOrigins(store, request('bnv-581-province', 'H16'))
    const { cell, runs, rule } = await origins.of({ rowId: 'III/3.1' })
    const { origin } = cell
    if (origin.kind !== 'quotient') throw new Error(origin.kind)
    expect(origin.formula).toBe('III/3.1.2 ÷ III/3.1.1')
    expect(origin.rounding).toMatchObject({ decimals: 2, method: 'half-up' })
    const [above, below] = origin.operands
    expect(cellNumber(above?.cell ?? parseCell(''))).toBe(origin.numerator)
    expect(cellNumber(below?.cell ?? parseCell(''))).toBe(origin.denominator)
    if (above?.origin.kind !== 'counted') throw new Error('not counted')
    const { formula, contributions, shares, conditions, window } = above.origin
    expect(formula).toBe('(8) + (9)')
    expect(contributions.map(({ code }) => code)).toEqual(
      [...new Set(contributions.map(({ code }) => code))].toSorted(),
    )
    for (const { code, count, columns } of contributions) {
      expect(code).toMatch(/^H16\.(?!31)/)
      expect(count).toBeGreaterThan(0)
      expect(total(Object.values(columns))).toBe(count)
    }
    expect(total(shares.map(({ count }) => count))).toBe(origin.numerator)
    expect(total(shares.flatMap((one) => one.runs.map(({ count }) => count)))).toBe(
      origin.numerator,
    )
    expect(shares[0]?.runs.map(({ run }) => run)).toEqual(['1', '2'])
    expect(runs.map(({ id }) => id)).toEqual(['1', '2'])
    expect(runs[0]?.startedAt).toBe('2022-12-18T12:00:00+07:00')
    expect(conditions).toEqual([{ name: 'Cấp của đơn vị', value: 'UBND cấp tỉnh, Sở, ban, ngành' }])
    expect(window).toEqual({ from: '2021-12-15', to: '2022-12-14' })
    expect(rule).toMatchObject({ id: 'tt01-2020', version: 1 })
  })

  it('names who entered a figure, from which cell of which file, and why', async () => {
    const origins = await openOrigins(store, request('bnv-581-province', 'H16'))
    const { cell } = await origins.of({ rowId: 'I/2' })
    expect(cell.printed).toBe('75,00%')
    if (cell.origin.kind !== 'quotient') throw new Error(cell.origin.kind)
    expect(cell.origin.operands[0]?.origin).toEqual({
      kind: 'entered',
      by: 'van-thu',
      at: '2022-12-16T12:00:00+07:00',
      file: 'so-lieu.xlsx',
      sha256: 'ab',
      address: 'Biểu 1!D7',
      reason: 'Sở gửi bản đính chính',
      insteadOf: null,
    })
  })

  it('says which portal stated a figure, and who would have to give a missing one', async () => {
    const origins = await openOrigins(store, request('bnv-581-province', 'H16'))
    const { cell } = await origins.of({ rowId: 'VII/6.3.2' })
    if (cell.origin.kind !== 'portal') throw new Error(cell.origin.kind)
    expect(
      cell.origin.records.map(({ measure, value, source }) => [measure, value, source]),
    ).toEqual([
      ['provide-online-tree.partialCount', 2, 'national'],
      ['provide-online-tree.fullCount', 1, 'national'],
    ])
    const missing = await origins.of({ rowId: 'I/1' })
    expect(missing.cell.origin).toMatchObject({
      kind: 'missing',
      reasons: [expect.stringContaining('direction_documents')],
    })
  })
})

describe('Form II.06a', () => {
  it('explains every cell of a province and of a unit; dossiers and columns add up to it', async () => {
    for (const unit of ['H16', 'H16.06']) {
      const pairs = await explained('tt01-06a', unit)
      expect(pairs.length).toBeGreaterThan(40)
      for (const { answer, place, stated } of pairs) {
        expect([place, answer.findings]).toEqual([place, []])
        if (stated === undefined) continue
        expect([place, answer.cell.cell]).toEqual([place, stated])
        expect(recomputed(answer.cell)).toBe(cellNumber(answer.cell.cell))
      }
    }
  })

  it('gives the rate on time by the rule', async () => {
    const origins = await openOrigins(store, request('tt01-06a', 'H16'))
    const { cell } = await origins.of({ rowId: 'total', column: 'onTime' })
    if (cell.origin.kind !== 'quotient') throw new Error(cell.origin.kind)
    const [early, onTime, resolved] = cell.origin.operands.map((one) => cellNumber(one.cell))
    expect(cell.origin.numerator).toBe((early ?? 0) + (onTime ?? 0))
    expect(cell.origin.denominator).toBe(resolved)
  })

  it('asks for a column', async () => {
    const origins = await openOrigins(store, request('tt01-06a', 'H16'))
    await expect(origins.of({ rowId: 'total' })).rejects.toMatchObject({
      code: 'usage_invalid',
      fix: expect.stringContaining('resolvedOnTime'),
    })
  })
})

it('explains the procedures of Form II.07b by field and source', async () => {
  const pairs = await explained('tt01-07b', 'H16')
  for (const { answer, place, stated } of pairs) {
    expect([place, answer.findings]).toEqual([place, []])
    expect([place, answer.cell.cell]).toEqual([
      place,
      stated ?? { state: 'not_reported', raw: null },
    ])
  }
  const whole = pairs.find(({ place }) => place === 'total authorityTotal')?.answer.cell
  if (whole?.origin.kind !== 'counted') throw new Error('not counted')
  expect(whole.origin.contributions.map(({ sources }) => sources)).toContainEqual([
    'national',
    'one-stop',
  ])
  expect(whole.origin.shares.map(({ source, count }) => [source, count])).toEqual([
    ['national', 3],
    ['one-stop', 3],
  ])
})
