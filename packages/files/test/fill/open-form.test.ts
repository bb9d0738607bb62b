import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openForm } from '../../src/fill/index.ts'
import { receivedForm } from './form-workbook.ts'

const received = { name: 'bieu.xlsx', bytes: await receivedForm() }

const VALUES = [
  { address: 'Biểu 1!D5', value: 0.9, text: '90%' },
  { address: 'Biểu 1!D6', value: 30, text: '30' },
  { address: 'Biểu 1!D7', value: '-', text: '-' },
]

test('cells are told apart: empty, filled before, formulas, covered; and how they print', async () => {
  const form = await openForm(received)
  const told = (at: string) => Object.values(form.cell(`Biểu 1!${at}`)).join(' ')
  const asked = ['D5', 'D6', 'D9', 'D11', 'D4'].map(told)
  expect(asked).toEqual([
    'empty percent',
    'empty plain',
    'held plain',
    'formula plain',
    'covered plain',
  ])
})

test('only the sheets with formulas or values and the settings of reckoning change', async () => {
  const form = await openForm(received)
  const { bytes, hadMacros } = await form.fill(VALUES)
  const [before, after] = [unzipSync(received.bytes), unzipSync(bytes)]
  expect(hadMacros).toBe(false)
  expect(Object.keys(after)).toEqual(Object.keys(before))
  const changed = Object.keys(before).filter(
    (name) => strFromU8(before[name] ?? strToU8('')) !== strFromU8(after[name] ?? strToU8('')),
  )
  expect(changed.toSorted()).toEqual([
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ])
  const xml = (name: string) => strFromU8(after[name] ?? strToU8(''))
  expect(xml('xl/workbook.xml').match(/fullCalcOnLoad="1"/g)).toHaveLength(1)
  expect(xml('xl/worksheets/sheet1.xml')).toMatch(/<f>D9\+D10<\/f><\/c>/)
  expect(xml('xl/worksheets/sheet2.xml')).toMatch(/<f>[^<]*<\/f><\/c>/)
})

test('parts that nobody reads are bounded too, and told in a sentence', async () => {
  const parts = unzipSync(received.bytes)
  parts['xl/media/image1.png'] = new Uint8Array(128_000_001)
  const form = await openForm({ name: 'bieu.xlsx', bytes: zipSync(parts, { level: 1 }) })
  await expect(form.fill(VALUES)).rejects.toMatchObject({
    code: 'usage_invalid',
    message: expect.stringContaining('more than 128 MB'),
  })
})

test('macros stay out, with all that names them', async () => {
  const parts = unzipSync(received.bytes)
  const change = (name: string, to: (xml: string) => string) => {
    parts[name] = strToU8(to(strFromU8(parts[name] ?? strToU8(''))))
  }
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
  change('[Content_Types].xml', (xml) =>
    xml
      .replace(main, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')
      .replace(
        '<Override',
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
      ),
  )
  const link = '<Relationship Id="rId99" Type="vba" Target="vbaProject.bin"/></Relationships>'
  change('xl/_rels/workbook.xml.rels', (xml) => xml.replace('</Relationships>', link))
  parts['xl/vbaProject.bin'] = strToU8('Sub Auto_Open()')
  const form = await openForm({ name: 'bieu.xlsm', bytes: zipSync(parts) })
  const { bytes, hadMacros } = await form.fill(VALUES)
  const after = unzipSync(bytes)
  expect(hadMacros).toBe(true)
  expect(after['xl/vbaProject.bin']).toBeUndefined()
  for (const part of Object.values(after)) {
    expect(strFromU8(part)).not.toMatch(/vbaProject|macroEnabled|Auto_Open/)
  }
})

test('what is no xlsx is refused, and a fill that cannot be read back as it was meant', async () => {
  const text = new TextEncoder().encode('Chỉ tiêu;Số liệu\nSố hồ sơ;')
  await expect(openForm({ name: 'bieu.csv', bytes: text })).rejects.toThrow('no xlsx workbook')
  const form = await openForm(received)
  await expect(form.fill([{ address: 'Biểu 1!D9', value: 5, text: '5' }])).rejects.toThrow(
    'Biểu 1!D9',
  )
})
