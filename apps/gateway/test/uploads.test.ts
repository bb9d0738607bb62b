import { readFileSync } from 'node:fs'
import { closePeriod } from '@cchc/hub/actions/closings'
import { createKey } from '@cchc/hub/actions/keys'
import { undoIndicators } from '@cchc/hub/actions/undo-indicators'
import { checkReport, printAudit } from '@cchc/hub/check'
import { enteredIndicators } from '@cchc/hub/questions/entered-indicators'
import { report } from '@cchc/hub/questions/report'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AnswerPool } from '../src/answering/answer-pool.ts'
import { createGateway } from '../src/index.ts'
import { hearing, smallHubAndOptions } from './small-hub.ts'

const FIXTURES = new URL('../../../packages/domain/test/fixtures/', import.meta.url)
const file = (name: string) => ({ name, bytes: readFileSync(new URL(name, FIXTURES)) })
const KHANH_HOA = file('khanh-hoa.json')

let small: Awaited<ReturnType<typeof smallHubAndOptions>>
let app: ReturnType<typeof createGateway>
const heard: unknown[] = []
const keys = { enter: '', ofUnit: '' }

beforeAll(async () => {
  small = await smallHubAndOptions()
  const { hub, options } = small
  const key = { name: 'Phòng CCHC', scopes: ['figures:read', 'enter'] as const, org: ['all'] }
  keys.enter = (await hub.act(createKey, key)).key
  keys.ofUnit = (await hub.act(createKey, { ...key, name: 'Sở Tư pháp', org: ['H15.01'] })).key
  const answerer = new AnswerPool(options)
  afterAll(() => answerer.close())
  app = createGateway(hearing(hub, heard), { answerer, doer: answerer })
})

type Sent = NonNullable<RequestInit['body']>

async function send(path: string, body: Sent, about: { type?: string; key?: string } = {}) {
  const { type, key = keys.enter } = about
  const headers = { Authorization: `Bearer ${key}`, ...(type && { 'Content-Type': type }) }
  const response = await app.request(path, { method: 'POST', headers, body })
  return { status: response.status, told: JSON.parse(await response.text()) }
}

function form(files: Readonly<Record<string, { name: string; bytes: Uint8Array }>>): FormData {
  const made = new FormData()
  for (const [part, { name, bytes }] of Object.entries(files)) {
    made.append(part, new Blob([Uint8Array.from(bytes)]), name)
  }
  return made
}

const JSON_TYPE = { type: 'application/json' }
const OCTETS = { type: 'application/octet-stream' }

describe('POST /v1/check', () => {
  test('tells what cchc check tells of the same files, and keeps nothing', async () => {
    const before = await small.hub.version()
    const expected = JSON.parse(JSON.stringify(printAudit(await checkReport({ file: KHANH_HOA }))))
    expect(expected.findings.length).toBeGreaterThan(0)
    const asForm = await send('/v1/check', form({ file: KHANH_HOA }))
    expect(asForm).toEqual({ status: 200, told: expected })
    const raw = await send('/v1/check?name=khanh-hoa.json', KHANH_HOA.bytes, JSON_TYPE)
    expect(raw).toEqual(asForm)
    expect(await small.hub.version()).toBe(before)
  })

  test('holds a report against the one before and against what is stored', async () => {
    const previous = file('dak-nong.json')
    const both = await checkReport({ file: KHANH_HOA, previous })
    const told = await send('/v1/check', form({ file: KHANH_HOA, previous }))
    expect(told.told.findings).toHaveLength(both.findings.length)
    const stored = await send('/v1/check?org=H15&period=2022', form({ file: KHANH_HOA }))
    expect([stored.status, stored.told.compared]).toEqual([200, expect.any(Number)])
    const other = await send('/v1/check?org=H15&period=2022', form({ file: KHANH_HOA }), {
      key: keys.ofUnit,
    })
    expect(other.status).toBe(403)
  })
})

describe('POST /v1/indicators/import', () => {
  const PATH = '/v1/indicators/import?org=H15&period=2022-H1'

  test('refuses what the command refuses, and says why', async () => {
    const other = await send(PATH, form({ file: KHANH_HOA }))
    expect([other.status, other.told.code]).toEqual([422, 'file_refused'])
    expect(other.told.detail).toContain('khanh-hoa.json is not of this organisation and period')
    expect(other.told.faults.length).toBeGreaterThan(0)
    await small.hub.act(closePeriod, { period: '2020', by: 'an' })
    const closed = await send(
      '/v1/indicators/import?period=2020&anyway=true',
      form({ file: KHANH_HOA }),
    )
    expect([closed.status, closed.told.detail]).toEqual([422, expect.stringContaining('is closed')])
    expect((await send(PATH, form({ file: KHANH_HOA }), { key: keys.ofUnit })).status).toBe(403)
    expect(await small.hub.ask(enteredIndicators, { period: '2022-H1' })).toEqual({ items: [] })
  })

  test('takes all figures by the name of the key; taken again nothing changes; they can be taken back', async () => {
    const path = `${PATH}&anyway=true&by=gi%C3%A1m%20%C4%91%E1%BB%91c`
    const tried = await send(`${path}&dryRun=true`, form({ file: KHANH_HOA }))
    expect(tried.told).toMatchObject({ dryRun: true, added: expect.any(Array) })
    const first = await send(path, form({ file: KHANH_HOA }))
    expect([first.status, first.told.added.length]).toEqual([200, tried.told.added.length])
    expect(first.told.added.length).toBeGreaterThan(3)
    const again = await send(path, form({ file: KHANH_HOA }))
    expect(again.told).toMatchObject({ added: [], replaced: [], unchanged: first.told.added })
    const { items } = await small.hub.ask(enteredIndicators, { period: '2022-H1' })
    expect(items).toHaveLength(first.told.added.length)
    expect(new Set(items.map(({ enteredBy }) => enteredBy))).toEqual(new Set(['Phòng CCHC']))
    expect(items[0]?.origin).toMatchObject({
      file: 'khanh-hoa.json',
      sha256: first.told.file.sha256,
    })
    const undone = await small.hub.act(undoIndicators, {
      what: 'khanh-hoa.json',
      by: 'an',
      reason: 'sai đơn vị',
    })
    expect(undone.undone).toHaveLength(items.length)
  })
})

describe('POST /v1/fill', () => {
  const PATH = '/v1/fill?org=H15&period=2022&template=bnv-581-province&anyway=true'
  const XLSX = { name: 'biểu.xlsx', bytes: new Uint8Array() }

  test('gives the form back with what is known, and says what stays empty and why', async () => {
    const asked = { template: 'bnv-581-province', org: 'H15', period: '2021', anyway: true }
    const blank = await small.hub.ask(report, asked)
    const bytes = await small.hub.renderReport(blank, 'xlsx')
    const { status, told } = await send(PATH, form({ file: { ...XLSX, bytes } }))
    expect([status, told.name]).toEqual([200, 'biểu_H15_2022.xlsx'])
    expect(told.filled).toContainEqual(expect.objectContaining({ value: '30' }))
    expect(told.open.length).toBeGreaterThan(10)
    expect(told.open[0].reason).not.toBe('')
    const filled = { ...XLSX, bytes: Buffer.from(told.content, 'base64') }
    const again = await send(PATH, form({ file: filled }))
    expect(again.told.filled).toEqual([])
    expect(again.told.kept).toContainEqual(expect.objectContaining({ held: '30', hub: null }))
  })

  test('refuses what is no workbook, and another unit than that of the key', async () => {
    const csv = { name: 'x.csv', bytes: new TextEncoder().encode('a,b') }
    expect((await send(PATH, form({ file: csv }))).status).toBe(422)
    expect((await send(PATH, form({ file: csv }), { key: keys.ofUnit })).status).toBe(403)
  })
})

describe('POST /v1/consolidations', () => {
  const PATH = '/v1/consolidations?org=H15&period=2023&template=bnv-581-province'
  const UNITS = { 'Sở Tư pháp': '30', 'Sở Nội vụ': '12' }

  function folderOf(units: Readonly<Record<string, string>>): FormData {
    const made = new FormData()
    for (const [agency, tasks] of Object.entries(units)) {
      const head = [agency, 'Từ ngày 15/12/2022 đến ngày 14/12/2023']
      const table = [
        'STT;Chỉ tiêu thống kê;Đơn vị tính;Số liệu;Ghi chú',
        `1.1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;${tasks};`,
      ]
      made.append('folder', new Blob([[...head, ...table].join('\n')]), `${agency}.csv`)
    }
    return made
  }

  const totalOf = (told: { sums: readonly { indicatorId: string; sum: number | null }[] }) =>
    told.sums.find(({ indicatorId }) => indicatorId === 'plan_tasks_total')?.sum

  test('takes the files of the units, adds them up, and they can be taken back', async () => {
    const tried = await send(`${PATH}&dryRun=true`, folderOf(UNITS))
    expect([tried.status, totalOf(tried.told)]).toEqual([200, 42])
    const done = await send(PATH, folderOf({ ...UNITS, 'Sở Lạ': '1' }))
    expect(done.told.units.map(({ state }: { state: string }) => state)).toEqual(['file', 'file'])
    expect(done.told.refused).toEqual([expect.objectContaining({ file: 'Sở Lạ.csv' })])
    const { items } = await small.hub.ask(enteredIndicators, { period: '2023', org: 'H15' })
    expect(items.map(({ indicatorId }) => indicatorId)).toContain('plan_tasks_total')
    const body = { what: 'Sở Nội vụ.csv', org: 'H15.02', period: '2023', reason: 'gửi nhầm' }
    const undone = await send('/v1/indicators/undo', JSON.stringify(body), JSON_TYPE)
    expect([undone.status, undone.told.undone.length]).toEqual([200, 1])
    const rest = await send(`${PATH}&dryRun=true`, new FormData())
    expect(totalOf(rest.told)).toBe(30)
  })

  test('says what it refuses in the language that is asked for', async () => {
    const headers = { Authorization: `Bearer ${keys.enter}`, 'Accept-Language': 'vi' }
    const body = folderOf({ 'Sở Lạ': '1' })
    const response = await app.request(`${PATH}&dryRun=true`, { method: 'POST', headers, body })
    const { refused } = (await response.json()) as { refused: readonly { reason: string }[] }
    expect(refused[0]?.reason).toMatch(/đơn vị/)
  })

  test('is of the units of the key alone', async () => {
    const { status } = await send(PATH, folderOf(UNITS), { key: keys.ofUnit })
    expect(status).toBe(403)
    const body = { what: 'Sở Tư pháp.csv', org: 'H15', reason: 'x' }
    const undo = await send('/v1/indicators/undo', JSON.stringify(body), {
      ...{ ...JSON_TYPE, key: keys.ofUnit },
    })
    expect(undo.status).toBe(403)
  })
})

test('what is sent is read by a thread: the one that answers /health never looks into it', () => {
  expect(heard).toEqual([])
})

describe('what is no file that can be taken', () => {
  const path = '/v1/check?name=x'

  test.each([
    ['image/png', 415, 'file_media_type'],
    ['', 415, 'file_media_type'],
    ['multipart/form-data', 422, 'file_refused'],
    ['multipart/form-data; boundary=x', 422, 'file_refused'],
  ])('%s is refused', async (type, status, code) => {
    const { told, status: own } = await send(path, new Uint8Array([1, 2, 3]), { type })
    expect([own, told.code, told.type]).toEqual([status, code, `/errors/${code}`])
  })

  test.each([
    ['a PDF', '%PDF-1.7', 'is a PDF'],
    ['a damaged workbook', 'PK\u0003\u0004', 'cannot be read as a spreadsheet'],
  ])('%s is told apart', async (_what, text, detail) => {
    const { status, told } = await send(path, text, OCTETS)
    expect([status, told.code]).toEqual([422, 'file_refused'])
    expect(told.detail).toContain(detail)
    expect(JSON.stringify(told)).not.toMatch(/\bat .*\.ts/)
  })

  test('a file without a name, a form without the file, with another part or the same one twice', async () => {
    const faults = async (at: string, body: Sent, about = {}) => {
      const { status, told } = await send(at, body, about)
      return [status, told.faults.map((one: { path: string }) => one.path)]
    }
    expect(await faults('/v1/check', 'a,b', OCTETS)).toEqual([422, ['name']])
    expect(await faults('/v1/check', form({ previous: KHANH_HOA }))).toEqual([422, ['file']])
    expect(await faults('/v1/check', form({ file: KHANH_HOA, x: KHANH_HOA }))).toEqual([
      422,
      ['body'],
    ])
    const twice = form({ file: KHANH_HOA })
    twice.append('file', new Blob(['a']), 'a.csv')
    expect(await faults('/v1/check', twice)).toEqual([422, ['file']])
  })

  test('more bytes than a file may have are not read to their end', async () => {
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    const headers = { Authorization: `Bearer ${keys.enter}`, 'Content-Type': OCTETS.type }
    const init = { method: 'POST', headers, body, duplex: 'half' } as const
    const response = await app.request('/v1/check?name=x', init)
    expect([response.status, sent < 60]).toEqual([413, true])
    expect(await response.text()).toContain('file_too_large')
  })

  test('a name brings no folders', async () => {
    const evil = { name: '../../etc/báo\u0000 cáo.pdf', bytes: new TextEncoder().encode('%PDF') }
    const { told } = await send('/v1/check', form({ file: evil }))
    expect(told.detail).toMatch(/^báo cáo\.pdf is a PDF/)
  })
})
