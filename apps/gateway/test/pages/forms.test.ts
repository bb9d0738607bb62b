import type { Hub } from '@cchc/hub'
import { createKey } from '@cchc/hub/actions/keys'
import { auditLog } from '@cchc/hub/questions/audit-log'
import { enteredIndicators } from '@cchc/hub/questions/entered-indicators'
import { quarantine } from '@cchc/hub/questions/quarantine'
import { report } from '@cchc/hub/questions/report'
import { runs } from '@cchc/hub/questions/runs'
import { beforeAll, describe, expect, test } from 'vitest'
import { docx, plainTable } from '../../../../packages/files/test/grid/documents.ts'
import { createGateway } from '../../src/index.ts'
import { HOSTILE, hostileHub } from './hostile-hub.ts'
import { faultsOf } from './html-of.ts'
import { unitReport } from './unit-report.ts'

let hub: Hub
/** One that asks for no key, on this machine. */
let open: ReturnType<typeof createGateway>
beforeAll(async () => {
  hub = await hostileHub()
  open = createGateway({ ...hub, access: { ...hub.access, hasKeys: async () => false } })
})

const OWN = { Origin: 'http://127.0.0.1' }

interface Filled {
  readonly path: string
  readonly written?: Readonly<Record<string, string>>
  readonly files?: Readonly<
    Record<string, readonly { name: string; bytes: string | Uint8Array<ArrayBuffer> }[]>
  >
}

function formOf({ written = {}, files = {} }: Filled): FormData {
  const form = new FormData()
  for (const [name, text] of Object.entries(written)) form.append(name, text)
  for (const [name, some] of Object.entries(files)) {
    for (const { name: file, bytes } of some) form.append(name, new Blob([bytes]), file)
  }
  return form
}

async function send(filled: Filled, headers: Readonly<Record<string, string>> = OWN, app = open) {
  const init = { method: 'POST', headers, body: formOf(filled) }
  const response = await app.request(`http://127.0.0.1/trang${filled.path}`, init)
  const html = await response.text()
  return { response, status: response.status, html }
}

/** A form that never ends, and how much of it was read. */
async function endless(app: typeof open) {
  let megabytes = 0
  const body = new ReadableStream({
    pull(controller) {
      megabytes += 1
      controller.enqueue(new Uint8Array(1_000_000))
    },
  })
  const headers = { ...OWN, 'Content-Type': 'multipart/form-data; boundary=x' }
  const init = { method: 'POST', headers, body, duplex: 'half' } as const
  const response = await app.request('http://127.0.0.1/trang/soat-loi', init)
  return { response, megabytes }
}

test('a dropped file is audited, whatever its name and cells say, and not kept', async () => {
  const before = await hub.version()
  const files = { file: [unitReport(HOSTILE.script, '30')], previous: [{ name: '', bytes: '' }] }
  const { status, html } = await send({ path: '/soat-loi', written: { period: '' }, files })
  expect(status, html).toBe(200)
  expect(html).toMatch(/Đã soát \d+ dòng/)
  expect(html).toContain('&lt;script&gt;')
  expect(faultsOf(html)).toEqual([])
  expect(await hub.version()).toBe(before)
})

test('a received form comes back filled, beside what stays empty and why', async () => {
  const asked = { template: 'bnv-581-province', org: 'H15', anyway: true }
  const blank = await hub.ask(report, { ...asked, period: '2023' })
  const bytes = Uint8Array.from(await hub.renderReport(blank, 'xlsx'))
  const written = { org: 'H15', period: '2022', template: '' }
  const { status, html } = await send({
    ...{ path: '/dien-bieu', written, files: { file: [{ name: 'biểu.xlsx', bytes }] } },
  })
  expect(status, html).toBe(200)
  const [link, base64 = ''] = /href="data:[\w./-]+;base64,([\w+/=]*)"/.exec(html) ?? []
  expect(Buffer.from(base64, 'base64').subarray(0, 2).toString()).toBe('PK')
  expect(html).toContain('download="biểu_H15_2022.xlsx"')
  expect(html).toMatch(/nguon-goc\?[^"]*indicator=I%2F2\.1"><bdi>30<\/bdi>/)
  expect(html).toContain('chưa có số liệu: không cổng nào cung cấp và chưa ai nhập')
  expect(faultsOf(html.replace(link ?? '', 'href="#"'))).toEqual([])
})

test('what a row of a received form is can be told on the page', async () => {
  const rows = [
    ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu'],
    ['1', 'Số nhiệm vụ đề ra trong kế hoạch', 'Nhiệm vụ', ''],
    ['2', 'Số chậu <hoa>', 'Chậu', ''],
  ]
  const cells = rows.map((row) => row.map((words) => words.replace('<', '&lt;')))
  const file = [{ name: 'phiếu.docx', bytes: Uint8Array.from(docx(plainTable(cells))) }]
  const written = { org: 'H15', period: '2022', template: 'bnv-581-province', rows: 'Khác =' }
  const first = await send({ path: '/dien-bieu', written, files: { file } })
  expect(first.status, first.html).toBe(200)
  expect(first.html).toContain('>Số chậu &lt;hoa&gt; =</textarea>')
  expect(first.html).toContain('Tải tệp đã điền (docx)')
  const told = { ...written, rows: 'Số chậu <hoa> = plan_tasks_done' }
  const second = await send({ path: '/dien-bieu', written: told, files: { file } })
  expect(second.html).toContain('plan_tasks_done</textarea>')
  expect(second.html).not.toContain('biểu mẫu không có dòng nào trùng tên')
})

describe('files of units', () => {
  const written = { org: 'H15', period: '2022', template: 'bnv-581-province', by: 'an' }
  const folder = [unitReport(HOSTILE.script, '30'), unitReport('Sở Tư pháp', '12')]
  const entered = async () => (await hub.ask(enteredIndicators, { period: '2022' })).items.length

  test('are tried without being entered, then entered and added up, down to the unit’s file', async () => {
    const before = await entered()
    const path = '/tong-hop'
    const tried = await send({ path, written: { ...written, dryRun: 'true' }, files: { folder } })
    expect(tried.status, tried.html).toBe(200)
    expect(tried.html).toContain('Chưa ghi gì')
    expect(await entered()).toBe(before)
    const done = await send({ path, written: { ...written, partial: 'true' }, files: { folder } })
    expect(done.html).toMatch(/<strong>2\/4<\/strong> đơn vị có số liệu/)
    for (const { html } of [tried, done]) expect(faultsOf(html)).toEqual([])
    const why = /href="(\/trang\/nguon-goc\?[^"]*plan_tasks_done[^"]*)">100</.exec(done.html)?.[1]
    const address = `http://127.0.0.1${(why ?? '').replaceAll('&amp;', '&')}`
    const origin = await (await open.request(address)).text()
    expect(origin).toContain('Số liệu các đơn vị đã gửi')
    expect(origin).toContain('&lt;img src=x onerror=alert(1)&gt;-30.csv')
    expect(faultsOf(origin)).toEqual([])
  })

  test('are taken back by the link beside them', async () => {
    const what = unitReport('', '12').name
    const given = { what, org: 'H15.04', period: '2022', by: 'an', reason: HOSTILE.quotes }
    const { status, html } = await send({ path: '/hoan-tac', written: given })
    expect([status, html.includes('Đã hoàn tác <strong>2</strong>')]).toEqual([200, true])
    const again = await send({ path: '/hoan-tac', written: given })
    expect(again.status).toBe(404)
    for (const one of [html, again.html]) expect(faultsOf(one)).toEqual([])
  })
})

test('a period is closed, told as closed, and opened again for a reason', async () => {
  const given = { org: 'H15', period: '2020', by: HOSTILE.quotes, note: HOSTILE.script }
  const path = '/chot-ky'
  const closed = await send({ path, written: { ...given, what: 'chot' } })
  expect([closed.status, closed.html.includes('Đã chốt kỳ')]).toEqual([200, true])
  expect(closed.html).toContain('Năm 2020')
  const again = await send({ path, written: { ...given, what: 'chot' } })
  expect(again.status).toBe(400)
  const opened = await send({ path, written: { ...given, what: 'mo' } })
  expect([opened.status, opened.html.includes('Đã mở lại')]).toEqual([200, true])
  for (const { html } of [closed, again, opened]) expect(faultsOf(html)).toEqual([])
})

describe('portals are read from the page', () => {
  /** The id of the run that a page shows. */
  const runOf = (html: string) => /<h1>Lượt đồng bộ (\d+)/.exec(html)?.[1]

  async function follow(id: string | undefined) {
    const response = await open.request(`http://127.0.0.1/trang/luot/dien-bien?id=${id}`)
    return { type: response.headers.get('Content-Type'), events: await response.text() }
  }

  test.each([
    ['a sync', '/dong-bo', { source: 'province' }, 'sync'],
    ['the retry of a refused record', '/doc-lai', {}, 'quarantine retry'],
  ])('%s is begun once, followed to its end, and logged', async (_, path, what, action) => {
    const { items } = await hub.ask(quarantine, {})
    const id: Record<string, string> = path === '/doc-lai' ? { id: items[0]?.id ?? '' } : {}
    const written = { ...what, ...id, by: HOSTILE.quotes, once: `once${path}` }
    const first = await send({ path, written })
    expect(first.status, first.html).toBe(200)
    const run = runOf(first.html)
    const { type, events } = await follow(run)
    expect(type).toBe('text/event-stream; charset=utf-8')
    expect(events).toContain('event: end')
    expect(events).toContain(`"trigger":"${path === '/doc-lai' ? 'retry' : 'manual'}"`)
    const again = await send({ path, written })
    expect([again.status, runOf(again.html)]).toEqual([200, run])
    for (const { html } of [first, again]) expect(faultsOf(html)).toEqual([])
    const log = (await hub.ask(auditLog, {})).items.filter((one) => one.action === action)
    expect(log).toMatchObject([{ who: HOSTILE.quotes }])
  })

  test('without its key of once it is refused, and nothing is begun', async () => {
    const before = (await hub.ask(runs, {})).items.length
    const { status } = await send({ path: '/dong-bo', written: { by: 'an' } })
    expect([status, (await hub.ask(runs, {})).items.length]).toEqual([400, before])
  })
})

test('a refused record is kept as one that needs no correction', async () => {
  const { items } = await hub.ask(quarantine, {})
  const written = { id: items[0]?.id ?? '', by: 'an', reason: HOSTILE.script }
  const { status, html } = await send({ path: '/khong-can-xu-ly', written })
  expect([status, html.includes('Đã ghi nhận')]).toEqual([200, true])
  expect(faultsOf(html)).toEqual([])
  expect((await hub.ask(quarantine, {})).items).toHaveLength(items.length - 1)
  const none = await send({ path: '/doc-lai', written: { by: 'an', once: 'none' } })
  expect([none.status, none.html.includes('Không có bản ghi bị từ chối nào')]).toEqual([200, true])
})

describe('what is refused', () => {
  const pdf = { file: [{ name: 'x.pdf', bytes: '%PDF-1.7' }] }

  test('is told in Vietnamese, with the way out', async () => {
    const { status, html } = await send({ path: '/soat-loi', files: pdf })
    expect([status, html.includes('Cách xử lý')]).toEqual([422, true])
    const none = await send({ path: '/soat-loi', written: { org: 'H15' } })
    expect(none.status).toBe(422)
    for (const one of [html, none.html]) expect(one).toContain('<html lang="vi">')
  })

  test('a form that another site sends, and one that is no form', async () => {
    for (const headers of [{}, { Origin: 'https://example.org' }, { Origin: 'null' }]) {
      const { status } = await send({ path: '/soat-loi', files: pdf }, headers as typeof OWN)
      expect([JSON.stringify(headers), status]).toEqual([JSON.stringify(headers), 403])
    }
    const headers = { ...OWN, 'Content-Type': 'multipart/form-data' }
    const init = { method: 'POST', headers, body: 'x' }
    const response = await open.request('http://127.0.0.1/trang/soat-loi', init)
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('Không đọc được biểu mẫu'),
    ])
  })

  test('more bytes than files may have', async () => {
    const { response, megabytes } = await endless(open)
    expect([response.status, await response.text()]).toEqual([
      413,
      expect.stringContaining('Tệp quá lớn'),
    ])
    expect(megabytes).toBeLessThan(60)
  })

  test('whoever has no key, before anything of the form is read; and a key that may only read', async () => {
    const scopes = ['figures:read' as const]
    const { key } = await hub.act(createKey, { name: 'đọc', scopes, org: ['all'] })
    const app = createGateway(hub)
    const { response, megabytes } = await endless(app)
    expect([response.status, response.headers.get('Location')]).toEqual([
      302,
      expect.stringContaining('/trang/dang-nhap'),
    ])
    expect(megabytes).toBeLessThan(3)
    const filled = { path: '/tong-hop', written: { period: '2022', template: 'x', by: 'an' } }
    const reader = await send(filled, { ...OWN, Cookie: `cchc=${key}` }, app)
    expect([reader.status, reader.html.includes('enter')]).toEqual([403, true])
  })
})
