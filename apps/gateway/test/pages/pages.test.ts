import { printNumber } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import { VIEWS } from '@cchc/pages'
import { beforeAll, describe, expect, test } from 'vitest'
import { createGateway } from '../../src/index.ts'
import { ASKED, LOOKS } from './asked-views.ts'
import { HOSTILE, hostileHub } from './hostile-hub.ts'
import { faultsOf, figuresOf } from './html-of.ts'

let hub: Hub
/** One that asks for no key, on this machine. */
let open: ReturnType<typeof createGateway>
beforeAll(async () => {
  hub = await hostileHub()
  open = createGateway({ ...hub, access: { ...hub.access, hasKeys: async () => false } })
})

async function look(path: string) {
  const response = await open.request(`http://127.0.0.1${path}`)
  return { response, status: response.status, html: await response.text() }
}

test('every view is asked for here', () => {
  expect(VIEWS.map(({ path }) => path).sort()).toEqual(Object.keys(ASKED).sort())
})

describe.each(LOOKS)('%s', (path) => {
  test('is answered, small, and without anything that a name could have put there', async () => {
    const { status, html, response } = await look(path)
    expect(status, html).toBe(200)
    expect(faultsOf(html)).toEqual([])
    expect(Buffer.byteLength(html)).toBeLessThan(90_000)
    const policy = response.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  })

  test('leads nowhere where nothing is', async () => {
    const { html } = await look(path)
    const inside = [...html.matchAll(/href="(\/trang\/[^"?]*)/g)].map(([, one = '']) => one)
    for (const one of new Set(inside)) {
      const { html: there } = await look(`${one}?period=2022`)
      expect(there, one).not.toContain('Không có trang này')
    }
  })
})

test('where no portal states figures, another period can be chosen', async () => {
  const { html } = await look('/trang/doi-chieu?period=2020')
  expect(html).toContain('Chưa có số liệu để đối chiếu')
  expect(html).toContain('<select name="period"')
})

test('a report that cannot be made says why beside the form', async () => {
  const { html } = await look('/trang/bao-cao?template=khong-co&period=2022')
  expect(html).toContain('Không lập được báo cáo này')
  expect(html).toContain('<select name="template"')
})

test('hostile names are shown as they are written', async () => {
  const { html } = await look('/trang/tong-quan?period=2022&partial=true')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).toContain('&lt;/table&gt;&lt;/main&gt;')
  expect(html).toContain(HOSTILE.decomposed.normalize('NFC'))
})

test('the figures of the overview are those of the question, each with the way to where it comes from', async () => {
  const asked = { period: '2022', org: 'H15', by: ['org' as const], partial: true, anyway: true }
  const { total, rows } = await hub.ask(dossierStatistics, asked)
  const { html } = await look('/trang/tong-quan?period=2022&partial=true')
  const shown = figuresOf(html)
  for (const key of [
    'receivedTotal',
    'receivedOnline',
    'resolvedLate',
    'pendingOverdue',
  ] as const) {
    const printed = printNumber(total.statistics[key] ?? -1)
    expect(shown.get(`${key} H15 2022`), key).toContain(printed)
  }
  expect(shown.get('onTime H15 2022')).toContain('50,00%')
  expect(shown.get('receivedOnline H15 2022')).toContain('33,33%')
  expect(rows).toHaveLength(4)
  for (const { group, statistics } of rows) {
    const printed = printNumber(statistics.pendingOverdue ?? -1)
    expect(shown.get(`pendingOverdue ${group.org?.code} 2022`)).toEqual([printed])
  }
})

test('what is not known is no zero, and says what is missing', async () => {
  const { html } = await look('/trang/tong-quan?period=2030')
  expect(figuresOf(html).get('receivedTotal H15 2030')).toContain('…')
  expect(html).toContain('Chưa có đủ số liệu')
})

test('the worklist counts as the statistics do, and its file lists codes alone', async () => {
  const { html } = await look('/trang/qua-han?day=2022-12-31')
  expect(html).toContain('H15.01-c')
  expect(html).toContain('quá 296 ngày')
  expect(html).toContain('10/03/2022')
  const file = await look('/trang/tai-ve/qua-han?day=2022-12-31&org=H15.04')
  expect(file.response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(file.html.trim().split('\n')).toHaveLength(2)
  expect(file.html).toContain('H15.04-c')
})

test('a day is asked for as people write it', async () => {
  const written = await look('/trang/qua-han?day=31%2F12%2F2022')
  const { html } = await look('/trang/qua-han?day=2022-12-31')
  expect([written.status, written.html]).toEqual([200, html])
  expect(html).toContain('name="day" value="31/12/2022"')
  expect((await look('/trang/qua-han?day=31%2F13%2F2022')).status).toBe(400)
  const file = await look('/trang/tai-ve/qua-han?day=31%2F12%2F2022&org=H15.04')
  expect(file.html).toContain('H15.04-c')
})

test('units stand by weeks, and each number leads to its dossiers', async () => {
  const { html } = await look('/trang/qua-han?day=2022-12-31')
  const cell = /<td class="n overdue s\d"><a href="([^"]*org=H15\.02[^"]*)">1<\/a>/.exec(html)?.[1]
  const { html: there } = await look((cell ?? '').replaceAll('&amp;', '&'))
  expect(there).toContain('Chỉ hồ sơ hẹn trả đến hết ngày 13/11/2022')
  expect(there.match(/H15\.\d\d-c/g)).toEqual(['H15.02-c'])
  const file = await look('/trang/tai-ve/qua-han-theo-tuan?day=2022-12-31')
  const lines = file.html.trim().split('\r\n')
  expect(lines).toHaveLength(6)
  expect(lines.at(-1)).toMatch(/Tổng số.4(.0){11}.*4.0$/)
})

test('units of a level are compared, those that are equal share a place', async () => {
  const path = '/trang/so-sanh?period=2022&partial=true&unit=H15.02'
  const { html } = await look(path)
  expect(html.match(/<td class="n">1 <small>\(đồng hạng\)<\/small><\/td>/g)).toHaveLength(8)
  expect(html).toContain('Trung vị của 4 đơn vị')
  expect(html).toContain('hạng <strong>1/4</strong> trong nhóm')
  expect(figuresOf(html).get('onTime H15.03 2022')).toEqual(['50,00%', '50,00%'])
  const file = await look('/trang/tai-ve/so-sanh?period=2022&partial=true')
  expect(file.html).toContain('"Sở <script>alert(1)</script>"'.slice(1, -1))
  expect(file.html.trim().split('\r\n')).toHaveLength(5)
})

test('the bulletin says what to mind, with its cause, and what was before', async () => {
  const { html } = await look('/trang/ban-tin?period=2022&partial=true')
  const shown = figuresOf(html)
  expect(shown.get('pendingOverdue H15 2022')).toEqual(['4', '4'])
  expect(shown.get('onTime H15 2022')).toEqual(['50,00%', '50,00%'])
  expect(html).toMatch(/>4<\/a> hồ sơ đang quá hạn/)
  expect(html).toContain('hẹn trả ngày 10/03/2022')
  expect(html).toContain('Thay đổi so với Năm 2021')
  expect(html).toContain('Kỳ trước chưa có đủ số liệu')
  expect(html).toMatch(
    /đơn vị này quá hạn nhiều nhất ở thủ tục <bdi>.*<\/bdi> \(<a href="[^"]*procedure=1\.00000\d">1<\/a> hồ sơ\)/,
  )
})

test('the bulletin is a document too', async () => {
  const { html } = await look('/trang/ban-tin?period=2022&partial=true&org=H15.01')
  const path = /href="(\/trang\/tai-ve\/ban-tin[^"]*)"/.exec(html)?.[1] ?? ''
  const response = await open.request(`http://127.0.0.1${path.replaceAll('&amp;', '&')}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([response.status, bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  expect(response.headers.get('Content-Type')).toContain('wordprocessingml')
  expect(response.headers.get('Content-Disposition')).toContain('ban-tin.docx')
})

test('the form that is offered first is in force in the period', async () => {
  const firstOf = async (period: string) => {
    const { html } = await look(`/trang/bao-cao?period=${period}`)
    return /name="template"><optgroup label="Có hiệu lực trong kỳ"><option value="([^"]*)"/.exec(
      html,
    )?.[1]
  }
  expect(await Promise.all(['2022', '2026-Q4'].map(firstOf))).toEqual([
    ...['bnv-581-department', '07a-btp'],
  ])
})

test('what a portal states otherwise stands beside what is counted here, with the causes', async () => {
  const { html } = await look('/trang/doi-chieu?period=2022-M03')
  const [row = ''] = html.match(/<tr><th scope="row"><bdi>Sở &lt;script&gt;.*?<\/tr>/) ?? []
  const cells = [...row.matchAll(/<td.*?>(.*?)<\/td>/g)].map(([, text]) => text)
  expect(cells.slice(1, 6)).toEqual(['Tiếp nhận', '01/03/2022 – 31/03/2022', '3', '2', '-1'])
  expect(row).toContain('chưa rõ: -1')
})

test('the log speaks Vietnamese', async () => {
  const { html } = await look('/trang/nhat-ky')
  const cells = [...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, text = '']) => text)
  expect(cells).toContain('chốt số liệu của một kỳ đã kết thúc')
  expect(cells).toContain('kỳ Năm 2021')
  expect(cells).toContain('<bdi>xong</bdi>')
  expect(cells.join(' ')).not.toMatch(/<code>|\w=|\bdone\b/)
})

test('files come through the page, for its key goes nowhere else', async () => {
  const report = await look(
    '/trang/tai-ve/bao-cao?template=bnv-581-province&period=2022&format=csv',
  )
  expect(report.status).toBe(200)
  expect(report.response.headers.get('Content-Disposition')).toContain('bnv-581-province')
  const table = await look('/trang/tai-ve/thong-ke?period=2022&by=org&partial=true')
  expect(table.html).toContain('H15.03')
})

test('what is asked wrongly is told in Vietnamese, with the way out', async () => {
  const period = await look('/trang/tong-quan?period=2022-Q9')
  expect(period.status).toBe(400)
  expect(period.html).toContain('Hãy viết kỳ dạng')
  expect(period.html).toContain('2023-Q2')
  const unit = await look(`/trang/tong-quan?org=${encodeURIComponent('Sở Không Có')}&period=2022`)
  expect(unit.status).toBe(404)
  const hostile = await look(
    `/trang/tong-quan?org=${encodeURIComponent(HOSTILE.attribute)}&period=2022`,
  )
  for (const { html } of [period, unit, hostile]) {
    expect(html).toContain('<html lang="vi">')
    expect(faultsOf(html)).toEqual([])
  }
  const nowhere = await look('/trang/khong-co')
  expect([nowhere.status, nowhere.html]).toEqual([
    404,
    expect.stringContaining('Không có trang này'),
  ])
})

test('the first address leads to the overview, of what it asks', async () => {
  const { status, response } = await look('/trang?org=H42.13&period=2022')
  expect([status, response.headers.get('Location')]).toEqual([
    302,
    '/trang/tong-quan?org=H42.13&period=2022',
  ])
})
