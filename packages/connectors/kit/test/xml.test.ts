import { PortalChanged, PortalUnavailable } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import { parseXmlDocument, readXmlRecords } from '../src/index.ts'
import { mendXml } from '../src/mend-xml.ts'

const fields = new Set(['dossierNo', 'domainName', 'receiveDate'])
const read = (text: string) => readXmlRecords(text, { fields })

describe('readXmlRecords', () => {
  test('keeps the wanted fields of many records and nothing else', () => {
    const page = read(
      '<?xml version="1.0" encoding="UTF-8"?><data><total>12</total>' +
        '<data><dossierNo>H16.1</dossierNo><applicantName>CANARY</applicantName>' +
        '<domainName>Đất &amp; nhà &#7897;</domainName></data>' +
        '<data><receiveDate/><dossierNo><![CDATA[H16.2]]></dossierNo></data></data>',
    )
    expect(page).toEqual({
      total: 12,
      records: [
        { dossierNo: 'H16.1', domainName: 'Đất & nhà ộ' },
        { receiveDate: '', dossierNo: 'H16.2' },
      ],
      lists: [],
    })
  })

  test('reads one record and none alike', () => {
    expect(
      read('<data><total>1</total><data><dossierNo>A</dossierNo></data></data>').records,
    ).toEqual([{ dossierNo: 'A' }])
    expect(read('<data><total>0</total></data>')).toEqual({ total: 0, records: [], lists: [] })
    expect(read('<data/>')).toEqual({ total: undefined, records: [], lists: [] })
  })

  test('collects a repeated field with fields of its own', () => {
    const page = readXmlRecords(
      '<data><data><serviceCode>1</serviceCode>' +
        '<serviceConfigs><govAgencyCode>H16.1</govAgencyCode><url>x</url></serviceConfigs>' +
        '<serviceConfigs><govAgencyCode>H16.2</govAgencyCode></serviceConfigs></data>' +
        '<data><serviceCode>2</serviceCode></data></data>',
      {
        fields: new Set(['serviceCode']),
        list: { name: 'serviceConfigs', fields: new Set(['govAgencyCode']) },
      },
    )
    expect(page.records).toEqual([{ serviceCode: '1' }, { serviceCode: '2' }])
    expect(page.lists).toEqual([[{ govAgencyCode: 'H16.1' }, { govAgencyCode: 'H16.2' }], []])
  })

  test('ignores fields of the same name at other depths and what is nested inside a field', () => {
    const page = read(
      '<data><dossierNo>top</dossierNo><data><meta><dossierNo>inner</dossierNo></meta>' +
        '<domainName>a<b>CANARY<![CDATA[CANARY]]></b>c</domainName><dossierNo>A</dossierNo></data></data>',
    )
    expect(page.records).toEqual([{ domainName: 'ac', dossierNo: 'A' }])
  })

  test.each([
    ['Đất & nhà', 'Đất & nhà'],
    ['a&b=1&c', 'a&b=1&c'],
    ['a &amp; b &#7897; &lt;', 'a & b ộ <'],
    ['&nbsp;l&eacute;', '&nbsp;l&eacute;'],
    ['diện tích < 500 m2 ]]> x', 'diện tích < 500 m2 ]]> x'],
    ['<![CDATA[A & B &amp; \u000b]]>', 'A & B &amp;  '],
    ['a\u0000b\u000bc\ud800d\uffff', 'a\ufffdb c\ufffdd\ufffd'],
    ['a&#0;b&#x0B;c&#xD800;d&#1114112;', 'a\ufffdb c\ufffdd\ufffd'],
    ['&#99999999999;', '&#99999999999;'],
  ])('reads %j as text in its field and goes on', (written, expected) => {
    const xml = (field: string) =>
      `<data><total>2</total><data><${field}>${written}</${field}></data>` +
      '<data><dossierNo>B</dossierNo></data></data>'
    expect(read(xml('domainName')).records).toEqual([{ domainName: expected }, { dossierNo: 'B' }])
    expect(read(xml('applicantName')).records).toEqual([{}, { dossierNo: 'B' }])
  })

  test('calls nothing cut off that is not', () => {
    const whole = '<data><data><dossierNo>&</dossierNo></data></data>'
    expect(read(whole).records).toEqual([{ dossierNo: '&' }])
    expect(caught(() => read('<data><data><x>&unknown;</x></data></data>')).message).toContain(
      'entity',
    )
  })

  test.each(['&', '<', ']]', '<![CDATA[', '<!--', '&#', '&a', '\u000b', '&#0;'])(
    'repairs %j in any number in time that grows as the text does',
    (piece) => {
      expect(mendXml(piece.repeat(200_000)).length).toBeGreaterThan(0)
    },
  )

  test.each([
    '<!DOCTYPE data [<!ENTITY a "aaaa">]><data><data><dossierNo>&a;</dossierNo></data></data>',
    '<data><data><dossierNo>&unknown;</dossierNo></data></data>',
    '<fault><data/></fault>',
    '<data><total>many</total></data>',
    '<data><data></total></data>',
    'plain CANARY text',
  ])('refuses %s', (text) => {
    const error = caught(() => read(text))
    expect(error).toBeInstanceOf(PortalChanged)
    expect(`${error.message} ${String(error.cause)}`).not.toContain('CANARY')
  })

  test('takes text that stops anywhere for a cut answer', () => {
    const whole = '<data><total>1</total><data><dossierNo>A&amp;B</dossierNo></data></data>'
    for (let length = 0; length < whole.length; length++) {
      expect(caught(() => read(whole.slice(0, length)))).toBeInstanceOf(PortalUnavailable)
    }
    expect(read(whole).records).toHaveLength(1)
  })
})

describe('parseXmlDocument', () => {
  test('reads envelopes whatever their prefixes', () => {
    const text =
      '<s:Envelope xmlns:s="urn:x"><s:Body><code a="1">203</code><i>1</i><i>2</i></s:Body></s:Envelope>'
    expect(parseXmlDocument(text)).toEqual({ Envelope: { Body: { code: '203', i: ['1', '2'] } } })
  })

  test.each(['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', '<a><b></a>', '', 'text'])(
    'refuses %s',
    (text) => {
      expect(caught(() => parseXmlDocument(text))).toBeInstanceOf(PortalChanged)
    },
  )
})

test.each(['<!DOCTYPE html><html></html>', ' <HTML><body>login</body></HTML>'])(
  'the web page %s is a portal that may answer later',
  (text) => {
    expect(caught(() => read(text))).toBeInstanceOf(PortalUnavailable)
    expect(caught(() => parseXmlDocument(text))).toBeInstanceOf(PortalUnavailable)
  },
)

function caught(action: () => unknown): Error {
  try {
    action()
  } catch (thrown) {
    return thrown as Error
  }
  throw new Error('nothing was thrown')
}
