import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inWords } from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { bindFigure, FIGURES } from '@cchc/figures'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { getTemplate, listTemplates, loadTemplates } from '../src/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-broken-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What is wrong with the files, each fault as `path: message`. */
async function faultsOf(files: Readonly<Record<string, unknown>>): Promise<string[]> {
  for (const [name, value] of Object.entries(files)) {
    writeFileSync(join(folder, name), JSON.stringify(value))
  }
  const error = await loadTemplates(folder).catch((thrown: unknown) => thrown)
  const { faults = [] } = Object(error) as { faults?: { path: string; message: string }[] }
  return faults.map(({ path, message }) => `${path}: ${inWords(message)}`)
}

type Binding = Readonly<Record<string, unknown>> | null

const row = (rowId: string, binding: Binding, indicatorId: string | null = null) => ({
  ...{ rowId, code: rowId, label: rowId, unit: '', rowType: 'indicator' },
  ...{ parentCode: null, group: null, indicatorId, binding },
})

const form = (rows: readonly unknown[], more: object = {}) => ({
  ...{ id: 'mau', title: 'Mẫu', formNumber: null, unitLine: null, legalBasis: [] },
  columns: [{ key: 'value', header: 'Số', headerGroups: [], number: null, content: 'cell' }],
  rows,
  generatedBy: [],
  ...more,
})

const figure = (name: string, where: Readonly<Record<string, string>>) => ({
  ...{ kind: 'figure', figure: name, where },
})
const sum = (...rows: string[]) => ({ kind: 'sum', rows })
const quotient = (numerator: string, denominator: string) => ({
  ...{ kind: 'quotient', numerator, denominator, decimals: 2 },
})
const entered = (indicatorId: string) => ({ kind: 'indicator', indicatorId })

const RESOLVED = figure('dossiers', { level: 'commune', columns: 'resolvedTotal' })
const PENDING = figure('dossiers', { level: 'commune', columns: 'pendingTotal' })

describe('the forms that come with the hub', () => {
  it('load, also where what people enter is known to be flows and stocks', async () => {
    expect((await loadTemplates()).map(({ id }) => id)).toEqual(listTemplates().map(({ id }) => id))
  })

  it.each(listTemplates().filter(({ rows }) => rows.length > 0))(
    '$id binds each indicator to a figure of the same nature',
    async ({ rows, parts = [] }) => {
      const { indicators } = await loadIndicatorCatalogue()
      const natures = new Map(indicators.map(({ id, nature }) => [id, nature]))
      const bound = [...rows, ...parts].flatMap(({ binding, indicatorId }) =>
        binding?.kind === 'figure' && indicatorId !== null ? [{ binding, indicatorId }] : [],
      )
      expect(bound.length).toBeGreaterThan(10)
      for (const { binding, indicatorId } of bound) {
        const { kind } = bindFigure(binding)
        if (kind !== null)
          expect([indicatorId, kind]).toEqual([indicatorId, natures.get(indicatorId)])
      }
    },
  )
})

describe('a form is refused when it is loaded', () => {
  it('for parameters that are misspelt or unknown, rows and parts alike, with every fault of every file', async () => {
    const wrong = figure('dossiers', { levle: 'province', columns: 'resolvedTotl' })
    const faults = await faultsOf({
      'a.json': form([row('1', RESOLVED), row('2', wrong)]),
      'b.json': form([row('1', null)], {
        id: 'khac',
        parts: [{ rowId: 'x', indicatorId: null, binding: figure('procedures', { level: 'x' }) }],
      }),
      'c.json': form([row('1', RESOLVED)], { id: 'lanh' }),
    })
    expect(faults).toEqual([
      expect.stringMatching(/^a\.json\.rows\.1\.binding\.where\.columns: "resolvedTotl" is not/),
      'a.json.rows.1.binding.where.level: is needed',
      'a.json.rows.1.binding.where.levle: is no parameter; there are: columns, level',
      'b.json.parts.0.binding.where.level: "x" is not known; known: province, district, commune',
    ])
  })

  it('for all of it at once, though a part of the file cannot be read', async () => {
    const faults = await faultsOf({
      'a.json': form(
        [
          { ...row('1', RESOLVED), label: 7 },
          row('2', figure('procedures-with-fee', { level: 'province' })),
          'no row',
          row('4', sum('1', '9')),
        ],
        { narrative: [{ level: 9, heading: 'Kết quả', paragraphs: ['Có {5} và {1}.'] }] },
      ),
    })
    expect(faults).toEqual([
      expect.stringMatching(/^a\.json\.rows\.0\.label: /),
      expect.stringMatching(/^a\.json\.rows\.2: /),
      expect.stringMatching(/^a\.json\.narrative\.0\.level: /),
      'a.json.rows.1.binding.where.level: takes no parameters',
      'a.json.rows.3.binding.rows: there is no row 9',
      'a.json.narrative.0.paragraphs.0: a sentence has a place for {5}, which does not exist',
    ])
  })

  it('for a sum of a flow and a stock, of figures, entered indicators and other sums', async () => {
    const faults = await faultsOf({
      'a.json': form([
        row('1', RESOLVED),
        row('2', PENDING),
        row('3', sum('1', '2')),
        row('4', entered('procedures_in_force')),
        row('5', sum('1', '4')),
        row('6', sum('1', '1b')),
        row('1b', null, 'civil_recruited'),
        row('7', sum('6', '2')),
        row('8', sum('2', '4')),
      ]),
    })
    expect(faults).toEqual([
      'a.json.rows.2.binding.rows: adds up a flow (1) and a stock (2)',
      'a.json.rows.4.binding.rows: adds up a flow (1) and a stock (4)',
      'a.json.rows.7.binding.rows: adds up a flow (6) and a stock (2)',
    ])
  })

  it('for rates that are added or divided, and for rows that are computed from themselves', async () => {
    const faults = await faultsOf({
      'a.json': form([
        row('1', RESOLVED),
        row('2', quotient('1', '1')),
        row('3', sum('1', '2')),
        row('4', quotient('2', '1')),
        row('5', sum('6')),
        row('6', quotient('5', '1')),
        row('7', null),
        row('7', null),
      ]),
    })
    expect(faults).toEqual([
      'a.json.rows.7.rowId: another row is called 7',
      'a.json.rows.2.binding.rows: adds up a flow (1) and a ratio (2); ratios are never added',
      'a.json.rows.3.binding.numerator: 2 is a ratio, which cannot be divided',
      'a.json.rows.4.binding.kind: is computed from itself',
      'a.json.rows.5.binding.kind: is computed from itself',
    ])
  })

  it('for columns and sentences of a generated form that add up what cannot be', async () => {
    const { columns } = getTemplate('tt01-06a')
    const summing = (key: string, sumOf: readonly string[]) =>
      columns.map((column) => (column.key === key ? { ...column, sumOf } : column))
    const statistics = { generatedBy: ['field'], generatedFrom: 'dossier-statistics' }
    const texts = [
      '{total|resolvedTotal+pendingTotal}',
      '{total|resolvedEarly/resolvedTotal+carriedOver}',
    ]
    const faults = await faultsOf({
      'a.json': form([], {
        ...statistics,
        columns: summing('resolvedTotal', ['resolvedLate', 'pendingTotal']),
      }),
      'b.json': form([], {
        ...statistics,
        id: 'b',
        columns: summing('pendingTotal', ['resolvedEarly', 'resolvedLate']),
      }),
      'c.json': form([], {
        ...statistics,
        id: 'c',
        columns: summing('receivedTotal', ['carriedOver', 'receivedOnline', 'receivedDirectPost']),
      }),
      'd.json': form([], {
        ...statistics,
        id: 'd',
        columns,
        narrative: [{ level: 1, heading: 'Kết quả', paragraphs: texts }],
      }),
      'e.json': form([], { ...statistics, id: 'e', generatedFrom: 'rainfall' }),
      'f.json': form([], {
        ...statistics,
        id: 'f',
        columns: summing('pendingTotal', ['pendingWithin', 'pendingOverdu']),
      }),
    })
    expect(faults).toEqual([
      expect.stringMatching(
        /^a\.json\.columns\.6\.sumOf: adds up a flow \(resolvedLate\) and a stock/,
      ),
      expect.stringMatching(
        /^b\.json\.columns\.10\.sumOf: the column is a stock, but its parts are each a flow/,
      ),
      'd.json.narrative.0.paragraphs.0: adds up a flow (resolvedTotal) and a stock (pendingTotal)',
      'd.json.narrative.0.paragraphs.1: adds up a flow (resolvedTotal) and a stock (carriedOver)',
      'e.json.generatedFrom: rows cannot be made from rainfall; known: dossier-statistics, procedure-counts',
      'f.json.columns.10.sumOf: there is no column pendingOverdu',
    ])
  })
})

test('a form that is sound is no fault', async () => {
  const rows = [
    row('1', RESOLVED),
    row('2', RESOLVED),
    row('3', sum('1', '2')),
    row('4', quotient('1', '3')),
  ]
  expect(await faultsOf({ 'a.json': form(rows) })).toEqual([])
})

test('the page for authors of forms names every figure with its parameters', () => {
  const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  for (const { id, where } of FIGURES) {
    const [line = ''] = page.split('\n').filter((text) => text.startsWith(`| \`${id}\``))
    const named = [...(line.split('|')[3] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name)
    expect([id, named.filter((name) => name !== 'online').toSorted()]).toEqual([
      id,
      Object.keys(where.shape).toSorted(),
    ])
  }
})
