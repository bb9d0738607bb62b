import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fault, parsePeriod, say, writtenFaults } from '@cchc/domain'
import { noon, scriptedStore, smallProvince } from '@cchc/figures/testing'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fillTemplate, loadTemplates, REPORT_FORMATS, renderReport } from '../src/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-templates-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const column = (key: string, header: string, content: string) => ({
  key,
  header,
  headerGroups: [],
  number: null,
  content,
})
const row = (rowId: string, binding: unknown) => ({
  rowId,
  code: rowId,
  label: `Chỉ tiêu ${rowId}`,
  unit: 'Hồ sơ',
  rowType: 'indicator',
  parentCode: null,
  group: null,
  indicatorId: null,
  binding,
})
const form = {
  id: 'bao-cao-nhanh',
  title: 'Báo cáo nhanh',
  formNumber: null,
  unitLine: null,
  legalBasis: [],
  columns: [
    column('code', 'STT', 'code'),
    column('label', 'Chỉ tiêu', 'label'),
    column('value', 'Số liệu', 'cell'),
  ],
  rows: [
    row('1', {
      kind: 'figure',
      figure: 'dossiers',
      where: { level: 'province,department', columns: 'resolvedTotal' },
    }),
    row('2', { kind: 'quotient', numerator: '1', denominator: '1', decimals: 1 }),
  ],
  generatedBy: [],
  narrative: [
    { level: 1, heading: 'Kết quả', paragraphs: ['Đã giải quyết {1} hồ sơ ({period}).'] },
  ],
}

function write(name: string, value: unknown): void {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))
}

const ask = async () => ({
  template: 'bao-cao-nhanh',
  organisation: 'H16',
  period: parsePeriod('2022'),
  now: noon('2022-12-20'),
  templates: await loadTemplates(folder),
})

it('is a data file and nothing else: it is filled and printed in every format', async () => {
  write('nhanh.json', form)
  write('notes.txt', 'not a template')
  const report = await fillTemplate(scriptedStore(smallProvince), await ask())
  const [first] = report.rows
  if (first?.cells.value?.state !== 'number') throw new Error('this province resolves dossiers')
  const count = String(first.cells.value.value)
  expect(report.narrative?.[0]?.paragraphs).toEqual([`Đã giải quyết ${count} hồ sơ (năm 2022).`])
  for (const format of REPORT_FORMATS) {
    const bytes = await renderReport(report, format)
    const parts = bytes[0] === 0x50 ? Object.values(unzipSync(bytes)) : [bytes]
    const text = parts.map((part) => strFromU8(part)).join('\n')
    expect(text, format).toContain('Chỉ tiêu 2')
    expect(text, format).toContain(count)
    expect(text, format).not.toMatch(/undefined|NaN|\[object/)
    expect(text, format).toBe(text.normalize('NFC'))
  }
})

it('may begin with a byte order mark, as editors write it; other text than UTF-8 is told', async () => {
  write('nhanh.json', `\ufeff${JSON.stringify(form)}`)
  expect((await loadTemplates(folder)).map(({ id }) => id)).toEqual([form.id])
  writeFileSync(join(folder, 'latin.json'), JSON.stringify(form), 'latin1')
  await expect(loadTemplates(folder)).rejects.toMatchObject({
    faults: [{ path: 'latin.json', message: say('is not UTF-8') }],
  })
})

it('names every fault of every file at once', async () => {
  write('a.json', form)
  write('b.json', form)
  write('c.json', '{')
  write('d.json', {
    ...form,
    id: 'khac',
    rows: [row('1', { kind: 'figure', figure: 'rainfall', where: {} })],
    narrative: [{ level: 1, heading: 'Kết quả', paragraphs: ['Đã giải quyết {9}.'] }],
  })
  write('e.json', { ...form, id: 'Sai mã' })
  let faults: Fault[] = []
  try {
    await loadTemplates(folder)
  } catch (error) {
    faults = Object(error).faults
  }
  expect(writtenFaults(faults)).toEqual([
    { path: 'c.json', message: 'is no JSON' },
    {
      path: 'd.json.rows.0.binding.figure',
      message: expect.stringMatching(/^no figure is called rainfall; known: dossiers, /),
    },
    {
      path: 'd.json.narrative.0.paragraphs.0',
      message: 'a sentence has a place for {9}, which does not exist',
    },
    { path: 'e.json.id', message: expect.any(String) },
    { path: 'b.json', message: 'another file has the template bao-cao-nhanh' },
  ])
})
