import {
  createHttp,
  createIo,
  type HttpIo,
  type HttpRequest,
  type StreamSpec,
  type Transport,
  unreadableReason,
} from '@cchc/connector-kit'
import { recordsOf } from '@cchc/connector-kit/conformance'
import { describe, expect, test } from 'vitest'
import { feeAmount } from '../src/fees.ts'
import { nationalDvc } from '../src/index.ts'
import { plainText } from '../src/plain-text.ts'
import { access, fromStart } from './portal.ts'

const BROKEN: readonly unknown[] = [
  ...[null, [], {}, [null], { toString: 1 }, { valueOf: null, toString: null }, 7, -1.5, true],
  ...['CANARY Nguyễn Văn A', 'x'.repeat(300_000), '<'.repeat(80_000), 'a\u0000\u000b\ud800'],
  ...['constructor', '__proto__', [{ toString: 1 }]],
]

type Row = Readonly<Record<string, unknown>>

const organisation = { MADONVI: 'H48.01', TENDONVI: 'Sở Tài chính', CAPDONVI: '2' }
const field = { MALINHVUC: 'G05-HKD', TENLINHVUC: 'Hộ kinh doanh' }
const listed = { MATTHC: '1.001612', TENTTHC: 'Đăng ký', ...field }
const detail = {
  MATTHC: '1.001612',
  TENTTHC: 'Đăng ký',
  LINHVUCTHUCHIEN: field,
  CAPTHUCHIEN: [{ CAPTHUCHIEN: '1' }],
  CACHTHUCTHUCHIEN: [
    { KENH: '1', THOIGIAN: [{ PHILEPHI: [{ MAPHILEPHI: '1', SOTIEN: '5.000' }] }] },
  ],
}

/** The good row first, then one row for each field and each thing that may stand in it by mistake. */
function brokenRows(row: Row, numbered: (index: number) => Row): Row[] {
  const broken = Object.keys(row).flatMap((name) => BROKEN.map((value) => ({ name, value })))
  return [
    { ...row, ...numbered(1) },
    ...broken.map(({ name, value }, i) => ({ ...row, ...numbered(i + 2), [name]: value })),
  ]
}

type Answer = (service: string, body: Row) => unknown

/** A portal whose reading services answer these results. */
function portalOf(result: Answer): HttpIo {
  return ioOf(({ json }) => {
    const { service, ...rest } = json as Row
    const answer =
      service === undefined ? { session: 's' } : { result: result(String(service), rest) }
    return { error_code: '0', ...answer }
  })
}

function ioOf(answer: (request: HttpRequest) => object): HttpIo {
  const log = { debug() {}, info() {}, warn() {} }
  const { signal } = new AbortController()
  const now = () => Date.UTC(2023, 4, 15)
  const transport: Transport = async (request) => {
    const body = Buffer.from(JSON.stringify(answer(request)))
    return { kind: 'answered', answer: { status: 200, headers: {}, body } }
  }
  const http = createHttp({ baseUrl: access.baseUrl, signal, log, now, transport })
  return { ...createIo({ log, now, signal }), http }
}

const config = nationalDvc.config.parse({
  ...access,
  unitCode: 'H48',
  reporting: { since: 2022, until: 2022, pageSize: 200 },
})

function judged(spec: StreamSpec, records: readonly unknown[]) {
  const isGood = (record: unknown) =>
    !unreadableReason(record) && spec.record.safeParse(record).success
  const good = records.filter(isGood).length
  const unreadable = records.filter((record) => unreadableReason(record))
  return { good, refused: records.length - good, unreadable }
}

describe('whatever stands in a field, it costs at most its record', () => {
  test('of organisations and fields', async () => {
    const rows: Readonly<Record<string, unknown[]>> = {
      LayDanhMucCoQuan: [
        null,
        ...brokenRows(organisation, (index) => ({ MADONVI: `H48.${100 + index}` })),
      ],
      LayDanhMucLinhVuc: [
        'x',
        ...brokenRows(field, (index) => ({ MALINHVUC: `G${String(index).padStart(2, '0')}` })),
      ],
    }
    const streams = nationalDvc.open(
      config,
      portalOf((service) => rows[service]),
    )
    for (const name of ['organisations', 'fields'] as const) {
      const records: readonly unknown[] = await recordsOf(streams[name].read(fromStart))
      const { good, refused, unreadable } = judged(nationalDvc.streams[name], records)
      expect(good).toBeGreaterThan(3)
      expect(refused).toBeGreaterThan(10)
      expect(JSON.stringify(unreadable)).not.toContain('CANARY')
    }
  })

  test('of procedures and of their details', async () => {
    const code = (index: number) => ({ MATTHC: `1.${200_000 + index}` })
    const lists = brokenRows(listed, code)
    const details = brokenRows(detail, code)
    const codes = details.map((_, index) => ({ ...listed, MATTHC: `2.${300_000 + index}` }))
    const answer: Answer = (service, { maTTHC }) => {
      if (service === 'LayDanhSachTTHC') return [null, ...lists, ...codes]
      const found = codes.findIndex(({ MATTHC }) => MATTHC === maTTHC)
      return found < 0 ? [detail] : [details[found]]
    }
    const { procedures } = nationalDvc.open(config, portalOf(answer))
    const records = await recordsOf(procedures.read(fromStart))
    expect(records).toHaveLength(1 + lists.length + codes.length)
    const { good, refused, unreadable } = judged(nationalDvc.streams.procedures, records)
    expect(good).toBeGreaterThan(records.length / 3)
    expect(refused).toBeGreaterThan(10)
    expect(JSON.stringify(unreadable)).not.toContain('CANARY')
  })

  test.each(['dvc-progress-tree', 'transparency'])('of the figures of %s', async (group) => {
    const root = { departmentId: 'id', departmentCode: 'H48', departmentName: 'Tỉnh' }
    const metrics = [{ code: 'PUBLISH_ON_TIME', numerator: 1, denominator: 2 }]
    const row = { ...root, score: 1, totalReceived: 5, metrics, childGroup: null }
    const rows = brokenRows(row, (index) => ({ departmentCode: `H48.${100 + index}` }))
    const io = ioOf(({ url }) => {
      const list = url.endsWith(group) ? [row, ...rows] : [row]
      const data = { evaluation: list, parent: row, children: list }
      return { code: 'OK', data }
    })
    const records = await recordsOf(nationalDvc.open(config, io).figures.read(fromStart))
    const { good, refused, unreadable } = judged(nationalDvc.streams.figures, records)
    expect(good).toBeGreaterThan(rows.length)
    expect(refused).toBeGreaterThan(10)
    expect(JSON.stringify(unreadable)).not.toContain('CANARY')
  })
})

describe('texts', () => {
  test.each(['<', '<p', '<!--', '<!-- -->', '1', '111.', '&', '&a', '&#', ' '])(
    '%j in any number are read in time that grows as they do',
    (piece) => {
      for (const length of [1000, 20_000, 2_000_000]) {
        const text = piece.repeat(length / piece.length)
        expect(() => feeAmount(text)).not.toThrow()
        if (length > 20_000) expect(() => plainText(text)).toThrow('characters')
        else expect(plainText(text).length).toBeLessThanOrEqual(length)
      }
    },
  )

  test.each([
    ['a <!-- b --> c <!-- d', 'a c <!-- d'],
    ['&constructor; &toString;', '&constructor; &toString;'],
    ['&#xD800;'.slice(0, 3), '&#x'],
  ])('%j is read as %j', (text, expected) => {
    expect(plainText(text)).toBe(expected)
  })
})
