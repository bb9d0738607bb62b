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
import { plainText, readFees } from '../src/fees.ts'
import { openCps } from '../src/index.ts'
import { DOSSIER_FIELDS } from '../src/map-dossier.ts'

const dossier = {
  dossierId: 1,
  dossierNo: '000.00.53.H48-220921-0001',
  serviceCode: '1.001612.000.00.00.H48',
  govAgencyCode: '000.00.53.H48',
  domainCode: 'G05-HKD',
  dossierStatus: 'done',
  originality: 3,
  online: false,
  fromViaPostal: '0',
  receiveDate: '02/01/2022 08:00:00',
  dueDate: '28/09/2022 17:00:00',
  releaseDate: '26/09/2022 10:15:00',
  finishDate: '27/09/2022 09:00:00',
  cancellingDate: '',
  correctingDate: '',
  lastActionDate: '',
  modifiedDate: '27/09/2022 09:00:05',
  serviceLevel: 4,
}
const service = {
  serviceInfoId: 1,
  serviceCode: '1.001612',
  serviceCodeDVCQG: '1.001612',
  serviceName: 'Đăng ký',
  domainCode: 'G05-HKD',
  domainName: 'Hộ kinh doanh',
  feeText: '<p>Lệ phí: 50.000 đồng</p>',
  maxLevel: '4',
  active: 'true',
  serviceConfigs: [{ govAgencyCode: 'H48.53', serviceLevel: '3' }],
}
const statistics = {
  year: 2022,
  month: 1,
  govAgencyCode: '000.00.53.H48',
  govAgencyName: 'UBND huyện',
  domainCode: '',
  serviceCode: '',
  groupAgencyCode: '',
  system: '0',
  receivedCount: 5,
  releaseCount: 4,
  ontimePercentage: 100,
}

const BROKEN: readonly unknown[] = [
  ...[null, [], {}, [null], { toString: 1 }, { valueOf: null, toString: null }, 7, -1.5, true],
  ...['CANARY Nguyễn Văn A', 'x'.repeat(300_000), '<'.repeat(80_000), 'a\u0000\u000b\ud800'],
  ...['constructor', '__proto__', [{ toString: 1 }]],
]

type Row = Readonly<Record<string, unknown>>

/** The good row first, then one row for each field and each thing that may stand in it by mistake. */
function brokenRows(row: Row, numbered: (row: Row, index: number) => Row): Row[] {
  const broken = Object.keys(row).flatMap((name) =>
    BROKEN.map((value, index) => ({ name, value, index })),
  )
  return [row, ...broken.map(({ name, value }, i) => ({ ...numbered(row, i + 2), [name]: value }))]
}

/** A portal that answers one list with these rows, and every other with none. */
function portalOf(rows: readonly unknown[], isAsked: (request: HttpRequest) => boolean): HttpIo {
  const transport: Transport = async (asked) => {
    const { start = 0, end = 0 } = asked.query ?? {}
    const held = isAsked(asked) ? rows : []
    const data = held.slice(Number(start), Number(end))
    const body = Buffer.from(JSON.stringify({ total: held.length, data }))
    return { kind: 'answered', answer: { status: 200, headers: {}, body } }
  }
  const log = { debug() {}, info() {}, warn() {} }
  const { signal } = new AbortController()
  const now = () => Date.UTC(2022, 0, 20)
  const http = createHttp({ baseUrl: config.baseUrl, signal, log, now, transport })
  return { ...createIo({ log, now, signal }), http }
}

function isOfReception({ query }: HttpRequest): boolean {
  return query?.toReceiveDate === '20/01/2022' && !query.status
}

const config = openCps.config.parse({
  baseUrl: 'http://opencps.test',
  username: 'cchc',
  password: 'x',
  groupId: '1',
  format: 'json',
  since: '2022-01-01',
  windowDays: 366,
  pageSize: 100,
})

function judged(spec: StreamSpec, records: readonly unknown[]) {
  const verdicts = records.map((record) =>
    unreadableReason(record) ? 'unreadable' : spec.record.safeParse(record).success,
  )
  return {
    good: verdicts.filter((verdict) => verdict === true).length,
    refused: verdicts.filter((verdict) => verdict !== true).length,
    unreadable: records.filter((record) => unreadableReason(record)),
  }
}

describe('whatever stands in a field, it costs at most its record', () => {
  test('of dossiers', async () => {
    expect(new Set(Object.keys(dossier))).toEqual(DOSSIER_FIELDS)
    const rows = brokenRows(dossier, (row, index) => ({
      ...row,
      dossierId: index,
      dossierNo: `000.00.53.H48-220921-${String(index).padStart(4, '0')}`,
    }))
    const io = portalOf(rows, isOfReception)
    const { read } = openCps.open(config, io).dossiers
    const records = await recordsOf(read({ cursor: undefined }))
    const codes = new Set(records.map(({ code }) => code))
    const { good, refused, unreadable } = judged(openCps.streams.dossiers, records)
    expect(good).toBeGreaterThan(rows.length / 4)
    expect(refused).toBeGreaterThan(rows.length / 4)
    expect(codes.size).toBeGreaterThan(rows.length - 2 * BROKEN.length)
    expect(JSON.stringify(unreadable)).not.toContain('CANARY')
  })

  test('of procedures', async () => {
    const rows = brokenRows(service, (row, index) => {
      const code = `1.${String(100_000 + index)}`
      return { ...row, serviceInfoId: index, serviceCode: code, serviceCodeDVCQG: code }
    })
    const io = portalOf(rows, ({ url }) => url.endsWith('serviceinfos'))
    const { read } = openCps.open(config, io).procedures
    const records = await recordsOf(read({ cursor: undefined }))
    expect(records).toHaveLength(rows.length)
    const { good, refused, unreadable } = judged(openCps.streams.procedures, records)
    expect(good).toBeGreaterThan(rows.length / 4)
    expect(refused).toBeGreaterThan(20)
    expect(JSON.stringify(unreadable)).not.toContain('CANARY')
  })

  test('of statistics', async () => {
    const rows = brokenRows(statistics, (row, index) => ({
      ...row,
      govAgencyCode: `H48.${String(100 + index)}`,
    }))
    const io = portalOf(rows, ({ url }) => url.endsWith('statistics'))
    const { read } = openCps.open(config, io).figures
    const records = await recordsOf(read({ cursor: undefined }))
    const { good, refused } = judged(openCps.streams.figures, records)
    expect(good).toBeGreaterThan(rows.length / 2)
    expect(refused).toBeGreaterThan(20)
    const zeros = records.filter((record) => !unreadableReason(record) && record.value === 0)
    expect(zeros).toEqual([])
  })

  test('and something else among rows costs nothing but itself', async () => {
    const io = portalOf([null, dossier, 'x', 5], isOfReception)
    const { read } = openCps.open(config, io).dossiers
    const records = await recordsOf(read({ cursor: undefined }))
    expect(judged(openCps.streams.dossiers, records)).toMatchObject({ good: 1, refused: 3 })
  })
})

describe('texts', () => {
  test.each(['<', '<a', '<!--', '1', '111.', '1111 ', '&', ' ', '1.111đ ', '<p>1.000 '])(
    '%j in any number are read in time that grows as they do',
    (piece) => {
      for (const length of [1000, 20_000, 2_000_000]) {
        const text = piece.repeat(length / piece.length)
        expect(Array.isArray(readFees(text)) || readFees(text) === null).toBe(true)
        if (length > 20_000) expect(() => plainText(text)).toThrow('characters')
        else expect(plainText(text).length).toBeLessThanOrEqual(length)
      }
    },
  )

  test('a sum is read whole or not at all', () => {
    const amounts = (text: string) => readFees(text)?.map(({ amount }) => amount)
    expect(amounts('12345678901234567890 đồng')).toEqual([null])
    expect(amounts(`${'000.'.repeat(9)}000 đồng`)).toEqual([null])
    expect(amounts('x'.repeat(20_001))).toEqual([null])
  })
})
