import { describe, expect, test } from 'vitest'
import { readXmlRecords } from '../src/index.ts'
import { scanXmlRecords } from '../src/xml-scan.ts'

const wanted = new Set(['code', 'name'])
const scan = (text: string) => scanXmlRecords(text, wanted)

/** With a list to look for, the parser reads every page. */
const parse = (text: string) => {
  const { total, records } = readXmlRecords(text, {
    fields: wanted,
    list: { name: 'none', fields: new Set() },
  })
  return { total, records }
}

/** Pieces of pages, sound and broken ones. */
const PIECES = [
  '<data>',
  '<data>',
  '</data>',
  '</data>',
  '<total>2</total>',
  '<code>A.1</code>',
  '<code>A.1</code>',
  '<name>Đất đai</name>',
  '<other>x</other>',
  '<other-1.b></other-1.b>',
  ' ',
  '\n',
  '\r\n',
  '<code/>',
  '<code a="1">B</code>',
  '<name>a &amp; b</name>',
  '<name>a ]]> b</name>',
  '<name>a\u0001b</name>',
  '<name><![CDATA[c]]></name>',
  '<name>a<b>c</b></name>',
  '<code>A</name>',
  '<!-- c -->',
  '<',
  'text',
  '<total>many</total>',
]

function outcome(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return 'refused'
  }
}

/** Numbers that look random and are the same every time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield Math.floor(state / 65_536)
  }
}

describe('scanXmlRecords', () => {
  test('reads plain records', () => {
    const text =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<data>\n <total>2</total>' +
      '<data><code>A</code><other>CANARY</other><name>Đất đai</name></data>\n\t<data></data></data>\n'
    expect(scan(text)).toEqual({ total: 2, records: [{ code: 'A', name: 'Đất đai' }, {}] })
    expect(scan(text)).toEqual(parse(text))
  })

  test('reads what the parser reads, or leaves it to the parser', () => {
    const random = numbers(7)
    let scanned = 0
    for (let attempt = 0; attempt < 20_000; attempt += 1) {
      const body = Array.from({ length: (random.next().value % 5) + 1 }, () => {
        return PIECES[random.next().value % PIECES.length]
      })
      const text = `<data><total>2</total><data>${body.join('')}</data></data>`
      const found = scan(text)
      if (found === undefined) continue
      scanned += 1
      expect(found, text).toEqual(outcome(() => parse(text)))
    }
    expect(scanned).toBeGreaterThan(500)
  })

  test.each([
    '<data><total>1</total><data><code>&lt;</code></data></data>',
    '<data><total>1</total><data><code><![CDATA[A]]></code></data></data>',
    '<data><total>1</total><data><code/></data></data>',
    '<data><total>1</total><data><code a="1">A</code></data></data>',
    '<data><data><code>A</code></data></data>',
    '<!DOCTYPE data><data><total>0</total></data>',
    '<?xml version="1.1"?><data><total>0</total></data>',
    '<data><total>0</total></data><data></data>',
  ])('leaves %s to the parser', (text) => {
    expect(scan(text)).toBeUndefined()
  })

  test('takes no page that stops in the middle', () => {
    const whole = '<data><total>1</total><data><code>A</code><x>y</x></data></data>'
    for (let length = 0; length < whole.length; length += 1) {
      expect(scan(whole.slice(0, length))).toBeUndefined()
    }
    expect(scan(whole)).toBeDefined()
  })
})
