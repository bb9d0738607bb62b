import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { II06_COLUMNS } from '@cchc/domain'
import { dakNongWorld } from '@cchc/portals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sync } from '../src/actions/sync.ts'
import { type Hub, initFrom, openHub } from '../src/index.ts'
import { dossierStatistics } from '../src/questions/dossier-statistics.ts'
import { report } from '../src/questions/report.ts'
import { sourceChecks } from '../src/questions/source-checks.ts'
import { exportProvince } from './exported-province.ts'

const PUBLISHED = { department: 77_251, district: 138_989, commune: 196_309 }
const ON_TIME = { department: 77_046, district: 133_902, commune: 194_148 }

let folder: string
let hub: Hub
let exported: ReturnType<typeof exportProvince>
const codes = new Map<string, string>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'province-'))
  const world = dakNongWorld()
  exported = exportProvince(world, join(folder, 'xuất'))
  const path = join(folder, 'cchc.config.yaml')
  const from = { folder: join(folder, 'xuất'), now: world.now, language: 'vi' as const }
  const found = await initFrom(path, from)
  for (const { name, code } of found.units) codes.set(name, code)
  hub = await openHub({ configPath: path, cwd: folder, now: () => world.now })
})

afterAll(async () => {
  await hub.close()
  rmSync(folder, { recursive: true })
})

test('a configuration written for a folder of exports is in order as it is, and reads everything', async () => {
  const { items } = await hub.ask(sourceChecks, {})
  expect(items).toMatchObject([{ id: 'exports', ok: true }])
  const { runs } = await hub.act(sync, {})
  expect(runs).toMatchObject([
    { status: 'done', counts: { refused: 0 }, warnings: [], failures: [] },
  ])
})

test('II.06a of every unit has what the unit stated, and the province what it published', async () => {
  for (const { unit, whole, fields } of exported.units) {
    const asked = { template: 'tt01-06a', org: codes.get(unit.name) ?? '', period: '2022' }
    const { rows } = await hub.ask(report, asked)
    const total = rows.find(({ rowType }) => rowType === 'total')
    expect([unit.name, numbers(total)]).toEqual([
      unit.name,
      II06_COLUMNS.map(({ key }) => whole[key]),
    ])
    const isList = exported.lists.includes(unit.code)
    if (unit.level !== 'commune' && !isList) expect(rows.length).toBe(fields.size + 1)
    expect([unit.name, total?.note]).toEqual([
      unit.name,
      isList ? '' : `Theo số liệu do exports cung cấp: ${unit.name}, 15/12/2021 - 14/12/2022.`,
    ])
  }
  const { rows, total } = await hub.ask(dossierStatistics, { period: '2022', by: ['level'] })
  for (const [level, resolved] of Object.entries(PUBLISHED)) {
    const { statistics } = rows.find(({ group }) => group.level?.code === level) ?? {}
    expect([level, statistics?.resolvedTotal]).toEqual([level, resolved])
    const onTime = (statistics?.resolvedEarly ?? 0) + (statistics?.resolvedOnTime ?? 0)
    expect([level, onTime]).toEqual([level, ON_TIME[level as keyof typeof ON_TIME]])
  }
  expect(total.statistics).toMatchObject({ resolvedTotal: 412_549 })
  const { receivedOnline, receivedDirectPost } = total.statistics
  expect([receivedOnline, receivedDirectPost]).toEqual([42_950, 425_682 - 42_950])
})

function numbers(row: Awaited<ReturnType<typeof fill>>['rows'][number] | undefined) {
  return II06_COLUMNS.map(({ key }) => {
    const cell = row?.cells[key]
    if (cell?.state === 'zero') return 0
    return cell?.state === 'number' ? cell.value : null
  })
}

const fill = () => hub.ask(report, { template: 'tt01-06a', org: 'H16', period: '2022' })
