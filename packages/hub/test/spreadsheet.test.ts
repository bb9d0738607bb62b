import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sync } from '../src/actions/sync.ts'
import { openHub } from '../src/index.ts'
import { dossierStatistics } from '../src/questions/dossier-statistics.ts'
import { quarantine } from '../src/questions/quarantine.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'))
  mkdirSync(join(folder, 'in'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const UNITS = { 'Sở Tư pháp': 'H16.53', 'Sở Xây dựng': 'H16.54' }

/** Each run is a minute after the one before. */
let minutes = 0

const clockAt = (minute: number) => () => Date.UTC(2025, 11, 20, 0, minute)

const open = (units: Readonly<Record<string, string>> = UNITS) =>
  openHub({
    cwd: folder,
    now: clockAt(minutes++),
    config: {
      store: { url: 'sqlite:cchc.db' },
      sources: {
        files: { connector: 'spreadsheet', path: 'in', since: '2025-01-01', units },
      },
    },
  })

const put = (name: string, lines: string) => writeFileSync(join(folder, 'in', name), lines.trim())

async function synced(request: { readonly full?: boolean } = {}) {
  const hub = await open()
  try {
    const { runs } = await hub.act(sync, request)
    const [run] = runs
    if (!run) throw new Error('nothing ran')
    return run
  } finally {
    await hub.close()
  }
}

const HEAD =
  'Mã hồ sơ;Họ và tên người nộp;Điện thoại;Mã TTHC;Đơn vị;Ngày tiếp nhận;Ngày hẹn trả;Ngày hoàn thành'
const row = (number: number, finished = '') =>
  `000.00.53.H16-2503${number}-0001;Nguyễn Thị Măng Cụt;0901234567;1.004875;Sở Tư pháp;${number}/3/2025;${number + 5}/3/2025;${finished}`

const FORM = `
Đơn vị;Từ ngày 15/12/2024 đến ngày 14/12/2025
STT;Đơn vị;Tiếp nhận: Tổng số;Tiếp nhận trực tuyến;Đã giải quyết: Tổng số;Đang giải quyết: Tổng số
1;Sở Xây dựng;50;30;40;10
;Tổng số;51;30;40;10`

test('lists and forms of a folder: what is understood is told, what is not is set aside with what to do', async () => {
  put('so-tu-phap.csv', [HEAD, row(10, '12/3/2025'), row(11), `${row(12)}`].join('\n'))
  put('bieu-06a.txt', FORM)
  put('hong.xls', '%PDF-1.7 …')
  put('danh-ba.csv', 'Phòng;Máy lẻ\nVăn phòng;12\nThanh tra;13')
  const run = await synced()
  expect(run).toMatchObject({
    status: 'partial',
    streams: {
      organisations: { new: 2 },
      dossiers: { new: 3, refused: 1 },
      counts: { new: 1, refused: 0 },
    },
    failures: [],
  })
  expect(run.notes).toEqual([
    'so-tu-phap.csv: 3 dossiers, received from 10/3/2025 to 12/3/2025; whole for 01/01/2025 - 12/3/2025 (by its newest date)',
    'so-tu-phap.csv: columns about people, left out: Họ và tên người nộp; Điện thoại',
    'bieu-06a.txt: a form with figures of 1 units and 0 fields for 15/12/2024 - 14/12/2025 (as it says above the table)',
  ])
  expect(run.warnings).toEqual([
    'danh-ba.csv: no list of dossiers and no form was found',
    'bieu-06a.txt: C4: states 51 in all, and the rows add up to 50',
  ])
  const hub = await open()
  const { items } = await hub.ask(quarantine, {})
  expect(items).toMatchObject([
    {
      stream: 'dossiers',
      reasons: [
        {
          path: 'document',
          message: 'hong.xls is a PDF, whose tables are not read.',
          fix: 'Ask for the spreadsheet that it was made from, and give that file.',
        },
      ],
    },
  ])
  const asked = { org: 'H16.53', period: '2025', partial: true }
  const { total } = await hub.ask(dossierStatistics, asked)
  expect(total.statistics).toMatchObject({ receivedTotal: 3, resolvedTotal: 1, pendingTotal: 2 })
  const byForm = await hub.ask(dossierStatistics, { ...asked, org: 'H16.54' })
  expect(byForm.total.statistics).toMatchObject({ receivedTotal: 50, resolvedTotal: 40 })
  await hub.close()
  const stored = readdirSync(folder).filter((name) => name.startsWith('cchc.db'))
  const bytes = stored.map((name) => readFileSync(join(folder, name)).toString('latin1')).join('')
  for (const canary of ['0901234567', 'ng C'])
    expect(`${bytes}${JSON.stringify(run)}`).not.toContain(canary)
})

test('a file is read once; a replaced one supersedes what came from it, and what it lacks is missing', async () => {
  put('a.csv', [HEAD, row(10), row(11), row(12)].join('\n'))
  put('b.txt', FORM)
  expect((await synced()).counts).toMatchObject({ new: 6 })
  expect((await synced()).streams).toMatchObject({
    dossiers: { fetched: 0 },
    counts: { fetched: 0 },
  })
  put('a.csv', [HEAD, row(10, '12/3/2025'), row(11)].join('\n'))
  put('b.txt', FORM.replace('1;Sở Xây dựng;50', '1;Sở Tư pháp;50'))
  const replaced = await synced()
  expect(replaced.streams).toMatchObject({
    dossiers: { changed: 1, unchanged: 1, removed: 0 },
    counts: { new: 1, removed: 1 },
  })
  expect(replaced.warnings.join('\n')).toContain('no longer at the portal')
  expect((await synced({ full: true })).streams).toMatchObject({ dossiers: { removed: 1 } })
})

test('where one of the files cannot be read, nothing is taken for missing', async () => {
  put('a.csv', [HEAD, row(10), row(11)].join('\n'))
  put('b.csv', [HEAD, row(20), row(21)].join('\n'))
  await synced()
  put('a.csv', [HEAD, row(10)].join('\n'))
  put('b.csv', '%PDF')
  const run = await synced()
  expect(run.warnings.join('\n')).not.toContain('no longer at the portal')
  expect(run).toMatchObject({
    status: 'partial',
    streams: { dossiers: { removed: 0, refused: 1 } },
  })
})

test('an empty folder empties nothing', async () => {
  put('a.csv', [HEAD, row(10)].join('\n'))
  await synced()
  rmSync(join(folder, 'in/a.csv'))
  const run = await synced()
  expect(run).toMatchObject({ status: 'partial', counts: { removed: 0 } })
  expect(run.failures.map(({ stream, message }) => [stream, message])).toEqual([
    ['dossiers', 'the folder holds no file'],
    ['counts', 'the folder holds no file'],
    ['fields', 'the folder holds no file'],
  ])
})

test('a unit that is named later: what was refused for it is read again', async () => {
  put('a.csv', [HEAD, row(10).replace('Sở Tư pháp', 'Sở TP')].join('\n'))
  expect(await synced()).toMatchObject({ streams: { dossiers: { refused: 1 } } })
  const hub = await open({ ...UNITS, 'Sở TP': 'H16.53' })
  const { runs } = await hub.act(sync, {})
  expect(runs).toMatchObject([{ status: 'done', streams: { dossiers: { new: 1 } } }])
  await hub.close()
})

test('of lists and forms that are gone is told what becomes of them; a list still says which days it held', async () => {
  const list = (number: number) => ['Từ ngày 01/01/2025 đến ngày 31/3/2025', HEAD, row(number)]
  put('a.csv', [...list(10), row(12), row(13), row(14)].join('\n'))
  put('b.csv', list(11).join('\n').replaceAll('Sở Tư pháp', 'Sở Xây dựng'))
  put('c.txt', FORM.replace('Sở Xây dựng', 'Sở Tư pháp'))
  await synced()
  rmSync(join(folder, 'in/b.csv'))
  rmSync(join(folder, 'in/c.txt'))
  const run = await synced()
  expect(run).toMatchObject({ streams: { counts: { removed: 1 }, dossiers: { removed: 0 } } })
  expect(run.warnings).toEqual([
    expect.stringMatching(/^b\.csv: is no longer in the folder; those of its dossiers/),
    expect.stringContaining('no longer at the portal'),
    expect.stringMatching(/^c\.txt: is no longer in the folder; the 1 rows/),
  ])
  const hub = await open()
  const missing = async (period: string) =>
    (await hub.ask(dossierStatistics, { org: 'H16.54', period })).missing?.join()
  expect(await missing('2025-01-01..2025-03-31')).toBeUndefined()
  expect(await missing('2025-04-01..2025-06-30')).toContain('hold nothing of Sở Xây dựng')
  await hub.close()
})
