import { describe, expect, test } from 'vitest'
import { renderFacts } from '../src/output/facts.ts'
import { printListing } from '../src/output/listing.ts'
import { renderMarkdownTable } from '../src/output/markdown-table.ts'
import { renderTable } from '../src/output/table.ts'
import { oneLine, shortened, textWidth } from '../src/output/text-width.ts'
import { contextIn } from './cchc-inside.ts'

const DECOMPOSED = 'Sở Tư pháp'.normalize('NFD')

describe('text on a terminal', () => {
  test('diacritics take no room of their own, wide letters take two columns', () => {
    expect(textWidth('Sở Tư pháp')).toBe(10)
    expect(textWidth(DECOMPOSED)).toBe(10)
    expect(textWidth('表')).toBe(2)
  })

  test('what would steer the terminal or break the line becomes a space', () => {
    expect(oneLine('a\u001b[31mb\nc\u202ed')).toBe('a [31mb c d')
    expect(oneLine(DECOMPOSED)).toBe('Sở Tư pháp')
  })

  test('a text is cut to its width with a mark', () => {
    expect(shortened('Ủy ban nhân dân', 6)).toBe('Ủy ba…')
    expect(shortened('ngắn', 4)).toBe('ngắn')
  })
})

describe('tables', () => {
  const columns = [
    { title: 'Đơn vị', flexible: true },
    { title: 'Số', right: true },
  ]

  test('columns line up in spite of diacritics, figures to the right', () => {
    const table = renderTable(columns, {
      rows: [
        ['Sở Tư pháp', '5'],
        ['UBND', '1.909'],
      ],
    })
    expect(table.split('\n')).toEqual([
      'Đơn vị         Số',
      '──────────  ─────',
      'Sở Tư pháp      5',
      'UBND        1.909',
    ])
  })

  test('only flexible columns are cut, and only as far as the terminal needs', () => {
    const name = 'Thủ tục cấp phiếu lý lịch tư pháp cho công dân Việt Nam'
    const lines = renderTable(columns, { rows: [[name, '1.234.567']], width: 40 }).split('\n')
    expect(Math.max(...lines.map(textWidth))).toBe(40)
    expect(lines.at(-1)).toMatch(/…\s+1\.234\.567$/)
  })

  test('neighbours of one group name it once', () => {
    const grouped = ['Tiếp nhận\n(3)', 'Tiếp nhận\n(4)', 'Giải quyết\n(7)']
    const head = renderTable(
      grouped.map((title) => ({ title })),
      { rows: [] },
    ).split('\n')[0]
    expect(head?.split(/\s{2,}/)).toEqual(['Tiếp nhận', 'Giải quyết'])
  })

  test('Markdown cells cannot break out of their table', () => {
    const text = renderMarkdownTable(columns, [['a|b', '1']])
    expect(text).toBe('| Đơn vị | Số |\n| --- | ---: |\n| a\\|b | 1 |')
  })

  test('facts line up, a list takes a line each', () => {
    const facts = [
      ['Nguồn', 'x'],
      ['Lý do từ chối', ['một', 'hai']],
    ] as const
    expect(renderFacts(facts)).toBe('Nguồn          x\nLý do từ chối  một\n               hai')
  })
})

test('rows that tell much stand one below the other, with what is given alone', async () => {
  const lines: string[] = []
  const { terminal, ...rest } = await contextIn('vi')
  const print = (text: string) => void lines.push(text)
  await printListing(
    { ...rest, terminal: { ...terminal, print }, options: { format: 'table' }, words: [] },
    {
      columns: [
        { title: 'Biểu mẫu', show: (row: readonly string[]) => row[0] ?? '' },
        { title: 'Hiệu lực', show: (row) => row[1] ?? '' },
      ],
      rows: [['07a-btp', 'từ ngày 01/8/2026; sau đó: chưa rõ'], ['khác']],
      document: null,
      isTold: true,
    },
  )
  expect(lines.join('\n').split('\n')).toEqual([
    'Biểu mẫu  07a-btp',
    'Hiệu lực  từ ngày 01/8/2026',
    '          sau đó: chưa rõ',
    '',
    'Biểu mẫu  khác',
  ])
})
