import { readFileSync } from 'node:fs'
import { closePeriod } from '@cchc/hub/actions/closings'
import { createKey } from '@cchc/hub/actions/keys'
import { undoIndicators } from '@cchc/hub/actions/undo-indicators'
import { checkReport, printAudit } from '@cchc/hub/check'
import { enteredIndicators } from '@cchc/hub/questions/entered-indicators'
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
  app = createGateway(hearing(hub, heard), { answerer })
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
