import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { renamedFile } from '../../src/fill/index.ts'
import { docx, p, plainTable } from '../grid/documents.ts'

const bodyOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())

const run = (words: string, letters = '') =>
  `<w:r>${letters}<w:t xml:space="preserve">${words}</w:t></w:r>`
const BOLD = '<w:rPr><w:b/></w:rPr>'

test('words of a paragraph are changed across its runs, and nothing else of the document', async () => {
  const table = plainTable([
    ['STT', 'Chỉ tiêu'],
    ['1', 'a &lt; QUÝ I'],
  ])
  const bytes = docx(
    `<w:p>${run('A &amp; B QU', BOLD)}${run('Ý ')}${run('I, hết')}</w:p>`,
    p(''),
    table,
  )
  const file = { name: 'a.docx', bytes }
  const anew = await renamedFile(file, (text) =>
    text.startsWith('A & B') ? text.replace('QUÝ I', 'NĂM <2>') : text,
  )
  const expected = bodyOf(bytes)
    .replace('A &amp; B QU<', 'A &amp; B NĂM &lt;2&gt;<')
    .replace('>Ý <', '><')
    .replace('>I, hết<', '>, hết<')
  expect(bodyOf(anew.bytes)).toBe(expected)
  expect(await renamedFile(file, (text) => text)).toBe(file)
})

test('a word that is longer or gone changes where it stands', async () => {
  const file = { name: 'a.docx', bytes: docx(p('xin chào'), plainTable([['a', 'b']])) }
  const changed = async (words: string) =>
    bodyOf((await renamedFile(file, (text) => (text === 'xin chào' ? words : text))).bytes)
  expect(await changed('xin kính chào')).toContain('>xin kính chào<')
  expect(await changed('chào')).toContain('>chào<')
})
