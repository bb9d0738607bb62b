import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { retryQuarantine } from '../src/actions/retry-quarantine.ts'
import { sync } from '../src/actions/sync.ts'
import { openHub } from '../src/index.ts'
import { dossierStatistics } from '../src/questions/dossier-statistics.ts'
import { quarantine } from '../src/questions/quarantine.ts'
import { report } from '../src/questions/report.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'))
  mkdirSync(join(folder, 'in'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const UNITS = { 'Sở Tư pháp': 'H16.53', 'Sở Xây dựng': 'H16.54', 'UBND xã Nhân Cơ': 'H16.31.02' }

/** Each run is a minute after the one before. */
let minutes = 0

const clockAt = (minute: number) => () => Date.UTC(2025, 11, 20, 0, minute)

const open = (units: Readonly<Record<string, string>> = UNITS, more: object = {}) =>
  openHub({
    cwd: folder,
    now: clockAt(minutes++),
    config: {
      store: { url: 'sqlite:cchc.db' },
      sources: {
        files: { connector: 'spreadsheet', path: 'in', since: '2025-01-01', units, ...more },
      },
    },
  })

const put = (name: string, lines: string) => writeFileSync(join(folder, 'in', name), lines.trim())

async function synced(
  request: { readonly full?: boolean; readonly acceptDrift?: boolean } = {},
  more: object = {},
) {
  const hub = await open(UNITS, more)
  try {
    const { runs } = await hub.act(sync, request)
    const [run] = runs
    if (!run) throw new Error('nothing ran')
    return run
  } finally {
    await hub.close()
  }
}

/** Of every list below. */
const NO_CHANNEL = expect.stringContaining('no column says how dossiers were handed in')

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
      organisations: { new: 3 },
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
    NO_CHANNEL,
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
          fix: 'Ask for the file that it was made from; or open it in Word, save it as .docx, look its tables over and give that file.',
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
  expect((await synced()).counts).toMatchObject({ new: 7 })
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
    NO_CHANNEL,
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

describe('files that come with other columns', () => {
  const days = Array.from({ length: 20 }, (_, index) => 7 + index)
  const list = (head = HEAD, number = '-0001') =>
    [head, ...days.map((day) => row(day).replace('-0001', number))].join('\n')
  const CHANGED = HEAD.replace('Ngày hẹn trả', 'Hạn chót')
  const told = 'the files have other columns than before: dueAt no longer comes; Hạn chót is new'

  test('are told once, and usual from then on', async () => {
    put('a.csv', list())
    expect((await synced()).drift).toEqual([])
    put('b.csv', list(CHANGED, '-0002'))
    const run = await synced()
    expect(run.warnings).toContain(`dossiers: ${told}`)
    expect(run).toMatchObject({ status: 'done', streams: { dossiers: { new: 20 } } })
    put('c.csv', list(CHANGED, '-0003'))
    expect((await synced()).drift).toEqual([])
  })

  test('are not stored of a frozen source until a person accepts, or names the column', async () => {
    const frozen = { drift: 'freeze' }
    put('a.csv', list())
    await synced({}, frozen)
    put('b.csv', list(CHANGED, '-0002'))
    const run = await synced({}, frozen)
    expect(run).toMatchObject({ status: 'partial', streams: { dossiers: { new: 0 } } })
    expect(run.failures[0]).toMatchObject({
      message: 'dossiers: the files have other columns than before: dueAt no longer comes',
      fix: expect.stringMatching(
        /Look at the files; heads that are new go .* under columns; .*--accept-drift$/,
      ),
    })
    const named = { ...frozen, columns: { dueAt: ['Hạn chót'] } }
    expect(await synced({}, named)).toMatchObject({ streams: { dossiers: { new: 20 } } })
    put('b.csv', list(CHANGED, '-0003'))
    const accepted = await synced({ acceptDrift: true }, frozen)
    expect(accepted).toMatchObject({ status: 'done', streams: { dossiers: { new: 20 } } })
  })

  test('are refused row by row where that is wanted', async () => {
    put('a.csv', list())
    await synced({}, { drift: 'discard' })
    put('b.csv', list(`${HEAD};Ghi nợ`, '-0002').replaceAll(/(\d\/3\/2025;)$/gm, '$1;x'))
    const run = await synced({}, { drift: 'discard' })
    expect(run).toMatchObject({ status: 'partial', streams: { dossiers: { new: 0, refused: 20 } } })
    await synced({ acceptDrift: true }, { drift: 'discard' })
    const hub = await open(UNITS, { drift: 'discard' })
    const [refused] = (await hub.ask(quarantine, {})).items
    expect(refused?.reasons[0]?.message).toBe('has a field that had never come')
    const { runs } = await hub.act(retryQuarantine, { source: ['files'] })
    await hub.close()
    expect(runs).toMatchObject([{ status: 'done', streams: { dossiers: { new: 20, refused: 0 } } }])
  })

  test('are noticed of forms too', async () => {
    const form = (head: string) => `
Từ ngày 15/12/2024 đến ngày 14/12/2025
Đơn vị;Tiếp nhận: Tổng số;Tiếp nhận trực tuyến;Đã giải quyết: Tổng số;${head};Đang giải quyết: Tổng số
Sở Tư pháp;5;3;4;1;1
Sở Xây dựng;6;3;4;1;2
UBND xã Nhân Cơ;7;3;4;1;3`
    put('a.txt', form('Đã giải quyết: Quá hạn'))
    await synced()
    put('a.txt', form('Chậm'))
    const run = await synced({ full: true })
    expect(run.drift).toMatchObject([
      { stream: 'counts', kind: 'missing', path: 'resolvedLate' },
      { stream: 'counts', kind: 'new', path: 'Chậm' },
    ])
  })
})

test('days that are not over are no position ahead of now, and a list tells of them as far as its newest date', async () => {
  put(
    'a.csv',
    ['Từ ngày 01/01/2025 đến ngày 31/12/2025', HEAD, row(10), row(11, '10/12/2025')].join('\n'),
  )
  put('b.txt', FORM.replace('14/12/2025', '14/12/2026'))
  const run = await synced()
  expect(run.notes[0]).toContain('whole for 01/01/2025 - 10/12/2025')
  expect(run).toMatchObject({ status: 'done' })
  expect(run.warnings).toEqual([NO_CHANNEL, expect.stringContaining('states 51 in all')])
  expect((await synced()).streams).toMatchObject({
    dossiers: { fetched: 0 },
    counts: { fetched: 0 },
  })
})

test('a list of an earlier quarter in a file of its own: all is given where it has ended, else what was received', async () => {
  const quarter = (from: string, to: string, ...rows: readonly string[]) =>
    [`Từ ngày ${from} đến ngày ${to}`, HEAD, ...rows].join('\n')
  const early = (number: number, finished: string) =>
    row(number, finished).replaceAll(`${number}/3/2025`, `${number}/2/2025`)
  const later = quarter('01/03/2025', '31/03/2025', row(10, '12/3/2025'), row(11))
  put('a.csv', quarter('01/01/2025', '28/02/2025', early(20, '04/03/2025')))
  put('b.csv', later)
  const march = async () => {
    const hub = await open(UNITS, { since: undefined })
    const asked = { org: 'H16.53', period: '2025-03-01..2025-03-31' }
    const { total, missing } = await hub.ask(dossierStatistics, asked)
    await hub.close()
    const { carriedOver, receivedDirectPost, resolvedTotal } = total.statistics
    return { carriedOver, receivedDirectPost, resolvedTotal, missing }
  }
  await synced({}, { since: undefined })
  const received = { receivedDirectPost: 2 }
  expect(await march()).toEqual({
    ...received,
    carriedOver: 1,
    resolvedTotal: 2,
    missing: undefined,
  })
  put('a.csv', quarter('01/01/2025', '28/02/2025', early(20, '04/03/2025'), early(21, '')))
  await synced({}, { since: undefined })
  expect(await march()).toEqual({
    ...{ ...received, carriedOver: null, resolvedTotal: null },
    missing: [
      expect.stringMatching(
        /went on after 04\/3\/2025 that were received before 01\/3\/2025\. Export the list from 01\/3\/2025/,
      ),
    ],
  })
})

test('what the lists of one unit lack blanks its own rows and the sums above them, and no row of another', async () => {
  const list = (...rows: readonly string[]) =>
    ['Từ ngày 01/03/2025 đến ngày 31/03/2025', HEAD, ...rows].join('\n')
  const before = row(10).replaceAll('10/3/2025', '10/2/2025')
  const other = (text: string) => text.replace('Sở Tư pháp', 'Sở Xây dựng').replace('.53.', '.54.')
  put('a.csv', list(before, row(11, '12/3/2025')))
  put('b.csv', list(other(row(12, '13/3/2025')), other(row(13))))
  const more = { since: undefined }
  await synced({}, more)
  const hub = await open({ ...UNITS, 'UBND tỉnh Thử Nghiệm': 'H16' }, more)
  await hub.act(sync, {})
  const asked = { template: 'tt01-06a', org: 'H16', period: '2025-03-01..2025-03-31' }
  const { rows, provenance } = await hub.ask(report, asked)
  await hub.close()
  const cells = (label: string) => {
    const { receivedTotal, receivedDirectPost } =
      rows.find((one) => one.label === label)?.cells ?? {}
    return [receivedTotal, receivedDirectPost].map((one) =>
      one?.state === 'number' ? one.value : null,
    )
  }
  expect(cells('Sở Tư pháp')).toEqual([2, 1])
  expect(cells('Sở Xây dựng')).toEqual([null, 2])
  expect(cells('Tổng số')).toEqual([null, 3])
  expect(provenance?.missing).toEqual([expect.stringMatching(/Sở Xây dựng tiếp nhận trước ngày/)])
})
