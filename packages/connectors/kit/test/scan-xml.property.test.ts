import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BodyText } from '../src/body-text.ts'
import { portalRow } from '../src/drift/portal-rows.ts'
import { scanXmlRecords } from '../src/scan-xml.ts'
import { parseXmlRecords, readXmlRecords } from '../src/xml.ts'
import type { XmlFields, XmlPage } from '../src/xml-page.ts'

const wanted: XmlFields = { fields: new Set(['code', 'state', 'data']) }

/** What a page says, or why it is refused, with the names that were dropped. */
function outcome(read: (text: string, fields: XmlFields) => XmlPage, text: string) {
  try {
    const page = read(text, wanted)
    return { ...page, dropped: page.records.map((record) => portalRow(record)?.dropped ?? []) }
  } catch (thrown) {
    return String(thrown)
  }
}

const name = fc.constantFrom('code', 'state', 'data', 'total', 'applicantName', 'x.1', 'đơn', 'a:b')
const usualText = fc.constantFrom(
  '',
  'H48.1',
  ' a ',
  'Đất &amp; nhà',
  '&lt;b&gt;',
  'a > b',
  '😀',
  ']]>',
)
const oddText = fc.constantFrom(
  ...['&', '&#7897;', '&nbsp;', '&AMP;', '\u0000', '\u000b', '\r\n', '\ud800', '\uffff', ' < 5'],
  ...['<b>c</b>', '<![CDATA[a&b]]>', '<!-- a -->', '<?pi?>', '&unknown;', '<', '\u0085', '\u2028'],
)

function field(text: fc.Arbitrary<string>) {
  const empty = name.map((one) => `<${one}/>`)
  const full = fc.tuple(name, text).map(([one, held]) => `<${one}>${held}</${one}>`)
  return fc.oneof({ weight: 1, arbitrary: empty }, { weight: 6, arbitrary: full })
}

function pageOf(text: fc.Arbitrary<string>) {
  const gap = fc.constantFrom('', '', '\n', ' \t')
  const record = fc
    .tuple(gap, fc.array(field(text), { maxLength: 5 }))
    .map(([space, fields]) => `<data>${fields.join(space)}${space}</data>`)
  const head = fc.constantFrom(
    ...['', '<?xml version="1.0" encoding="UTF-8"?>', '<?xml version="1.0" standalone="yes"?>\n'],
  )
  const total = fc.constantFrom('', '<total>12</total>')
  return fc
    .tuple(head, total, gap, fc.array(record, { maxLength: 4 }))
    .map(([start, all, space, records]) => {
      return `${start}<data>${space}${all}${space}${records.join(space)}</data>${space}`
    })
}

const pieces = fc.constantFrom(
  ...['<data>', '</data>', '<data/>', '<total>', '<code>', '</code>', '<code/>', '<code a="b">'],
  ...[
    '</code >',
    '< code>',
    'x',
    '<',
    '>',
    '/',
    '&',
    '\n',
    '\r',
    '<?xml version="1.1"?>',
    '\ufeff',
  ],
)

/** A page with pieces put in or cut out anywhere. */
const damaged = fc
  .tuple(
    pageOf(fc.oneof(usualText, oddText)),
    fc.array(fc.tuple(fc.nat(), pieces, fc.nat(9)), { maxLength: 3 }),
  )
  .map(([page, changes]) =>
    changes.reduce((text, [at, piece, cut]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + piece + text.slice(place + (cut > 5 ? cut : 0))
    }, page),
  )

test('decoded piece by piece, a page says what it says decoded whole', () => {
  const bodyOf = (text: string) => new BodyText(Buffer.from(text), undefined)
  const inPieces = (text: string) => readXmlRecords(bodyOf(text), wanted)
  const whole = (text: string) => parseXmlRecords(bodyOf(text).whole, wanted)
  const same = (text: string) => {
    expect(outcome(inPieces, text), JSON.stringify(text)).toEqual(outcome(whole, text))
  }
  fc.assert(fc.property(damaged, same), { numRuns: 3000 })
  fc.assert(fc.property(pageOf(usualText), same), { numRuns: 1000 })
})

test('whatever a page looks like, it says what a parser makes of it', () => {
  const same = (text: string) => {
    expect(outcome(readXmlRecords, text), JSON.stringify(text)).toEqual(
      outcome(parseXmlRecords, text),
    )
  }
  fc.assert(fc.property(damaged, same), { numRuns: 3000 })
  fc.assert(fc.property(pageOf(usualText), same), { numRuns: 1000 })
})

test('pages of nothing but text in fields need no parser', () => {
  const plain = fc.constantFrom('', 'H48.1', 'Đất &amp; nhà', ' &lt;b&gt; ')
  const page =
    '<?xml version="1.0" encoding="UTF-8"?><data><total>7</total>' +
    '<data><code>H48.1</code><applicantName>&quot;</applicantName><state/></data></data>'
  expect(scanXmlRecords({ text: page }, wanted)).toMatchObject({
    total: 7,
    records: [{ code: 'H48.1', state: '' }],
  })
  const isScanned = (text: string) =>
    /<đơn|<a:b|<total>.*<total>|<total\/>|<total>[^\d]/.test(text) ||
    scanXmlRecords({ text }, wanted) !== undefined
  fc.assert(fc.property(pageOf(plain), isScanned))
})
