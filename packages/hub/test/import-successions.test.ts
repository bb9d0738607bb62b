import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Successions } from '@cchc/domain'
import { expect, it } from 'vitest'
import { importSuccessions } from '../src/index.ts'
import { configFolder } from './config-text.ts'

const CONFIG = `# Cấu hình của tỉnh
store: { url: "sqlite:hub.db" }
successions: []
# Hết
`
const UNITS = [
  { code: 'H48.31.01', name: 'UBND xã Bình An' },
  { code: 'H48.31.02', name: 'UBND xã Bình Chánh' },
  { code: 'H48.201', name: 'UBND xã Bình Sơn' },
]
const HEAD = 'STT;Đơn vị cũ;Đơn vị mới;Ngày;Quyết định\n'

function configured(): string {
  const path = join(configFolder({}), 'cchc.config.yaml')
  writeFileSync(path, CONFIG)
  return path
}

function ask(path: string, rows: string, dryRun = false) {
  const bytes = new TextEncoder().encode(HEAD + rows)
  return importSuccessions({ path, file: { name: 'xa.csv', bytes }, units: UNITS, dryRun })
}

const ROWS = `1;UBND xã Bình An;H48.201;01/7/2025;NQ 1677
2;uỷ ban;H48.201;01/7/2025;NQ 1677
`.replace('uỷ ban', 'UBND xã Bình Chánh')

it('adds a table to the configuration, whose comments stay; once', async () => {
  const path = configured()
  const dry = await ask(path, ROWS, true)
  expect(readFileSync(path, 'utf8')).toBe(CONFIG)
  const { added, known } = await ask(path, ROWS)
  expect(added).toEqual(dry.added)
  expect({ added, known }).toEqual({
    added: [
      {
        date: '2025-07-01',
        kind: 'merged',
        from: ['H48.31.01', 'H48.31.02'],
        to: ['H48.201'],
        legalBasis: 'NQ 1677',
      },
    ],
    known: 0,
  })
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('# Cấu hình của tỉnh')
  expect(text).toContain('- date: 2025-07-01')
  expect(await ask(path, ROWS)).toEqual({ added: [], known: 1, units: [] })
  expect(readFileSync(path, 'utf8')).toBe(text)
})

it('a unit in several rows was split, and no dossier is lost or doubled', async () => {
  const rows = `1;H48.31.01;H48.201;2025-07-01;NQ 1
2;H48.31.01;H48.202;2025-07-01;NQ 1
3;H48.31.02;H48.202;2025-07-01;NQ 1
4;H48.31.03;H48.203;2025-07-01;NQ 1
5;H48.31.04;H48.31.04;2025-07-01;NQ 1
`
  const { added } = await ask(configured(), rows)
  expect(added.map(({ kind, from, to }) => [kind, from.join(), to.join()])).toEqual([
    ['split', 'H48.31.01', 'H48.201,H48.202'],
    ['abolished', 'H48.31.02', 'H48.202'],
    ['renamed', 'H48.31.03', 'H48.203'],
  ])
  const tree = new Successions(added)
  const holders = ['01', '02', '03', '04'].map((unit) =>
    tree.holderAt(`H48.31.${unit}`, '2026-01-01'),
  )
  expect(holders).toEqual(['H48.201', 'H48.202', 'H48.203', 'H48.31.04'])
})

it('tells every fault with its cell at once, and writes nothing', async () => {
  const path = configured()
  const asked = ask(path, '1;UBND xã Lạ;H48.201;01/7/2025;NQ 1\n2;H48.31.01;H48.201;hôm qua;NQ 1\n')
  await expect(asked).rejects.toMatchObject({
    code: 'usage_invalid',
    faults: [{ path: expect.stringMatching(/B2/) }, { path: expect.stringMatching(/D3/) }],
  })
  expect(readFileSync(path, 'utf8')).toBe(CONFIG)
})

it('takes codes beside names, which must be those of the names', async () => {
  const table = (rows: string) => ({
    name: 'xa.csv',
    bytes: new TextEncoder().encode(
      `STT;Mã đơn vị cũ;Đơn vị cũ;Đơn vị mới;Mã mới;Ngày;Quyết định\n${rows}`,
    ),
  })
  const of = (rows: string) =>
    importSuccessions({ path: configured(), file: table(rows), units: UNITS, dryRun: true })
  const { added } = await of('1;H48.31.09;UBND xã Lạ;UBND xã Bình Sơn;;01/7/2025;NQ 1\n')
  expect(added).toMatchObject([{ from: ['H48.31.09'], to: ['H48.201'] }])
  await expect(
    of('1;H48.31.02;UBND xã Bình An;UBND xã Bình Sơn;H48.201;01/7/2025;NQ 1\n'),
  ).rejects.toMatchObject({
    faults: [{ path: 'B2', message: { values: { code: 'H48.31.02', known: 'H48.31.01' } } }],
  })
})

it('refuses what contradicts the configuration', async () => {
  const path = configured()
  await ask(path, '1;H48.31.01;H48.201;01/7/2025;NQ 1\n')
  const text = readFileSync(path, 'utf8')
  await expect(ask(path, '1;H48.31.01;H48.202;01/8/2025;NQ 2\n')).rejects.toMatchObject({
    faults: [{ path: 'B2', message: { values: { place: 'successions.0' } } }],
  })
  expect(readFileSync(path, 'utf8')).toBe(text)
})

const NAMED = 'Mã cũ;Đơn vị cũ;Mã mới;Đơn vị mới;Ngày;Quyết định\n'
const named = (path: string, rows: string, dryRun = false) => {
  const file = { name: 'xa.csv', bytes: new TextEncoder().encode(NAMED + rows) }
  return importSuccessions({ path, file, units: UNITS, dryRun })
}

it('enters new units by the names that the table gives them, with their level and first day', async () => {
  const path = configured()
  const rows = `H48.31.01;UBND xã Bình An;H48.301;Xã Bình Minh;01/7/2025;NQ 1
H48.31.02;UBND xã Bình Chánh;H48.301;Xã Bình Minh;01/7/2025;NQ 1
H48.31.03;UBND xã Lạ;H48.201;UBND xã Bình Sơn;01/7/2025;NQ 1
`
  const dry = await named(path, rows, true)
  expect(readFileSync(path, 'utf8')).toBe(CONFIG)
  const { units } = await named(path, rows)
  expect(units).toEqual([{ code: 'H48.301', name: 'Xã Bình Minh', from: '2025-07-01' }])
  expect(dry.units).toEqual(units)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('H48.301: { name: Xã Bình Minh, level: commune, validFrom: 2025-07-01 }')
  expect(text).not.toContain('H48.201:')
  expect(await named(path, rows)).toMatchObject({ added: [], units: [] })
  expect(readFileSync(path, 'utf8')).toBe(text)
})

it('refuses one code by two names', async () => {
  const rows = `H48.31.01;UBND xã Bình An;H48.301;Xã Bình Minh;01/7/2025;NQ 1
H48.31.02;UBND xã Bình Chánh;H48.301;Xã Bình Đông;01/7/2025;NQ 1
`
  await expect(named(configured(), rows)).rejects.toMatchObject({
    faults: [{ path: 'D3', message: { values: { code: 'H48.301', other: 'Xã Bình Minh' } } }],
  })
})

it('tells what the table contradicts by the cells of both rows', async () => {
  const rows = `1;H48.31.01;H48.201;01/7/2025;NQ 1
2;H48.31.02;H48.201;01/7/2025;NQ 1
3;H48.31.02;H48.202;01/8/2025;NQ 2
`
  await expect(ask(configured(), rows)).rejects.toMatchObject({
    faults: [{ path: 'B4', message: { values: { code: 'H48.31.02', place: 'B3' } } }],
  })
  const circle = '1;H48.31.01;H48.201;01/7/2025;NQ 1\n2;H48.201;H48.31.01;01/7/2025;NQ 1\n'
  await expect(ask(configured(), circle)).rejects.toMatchObject({ faults: [{ path: 'C2' }] })
})

it('refuses another decision for what the configuration says, however the same one is written', async () => {
  const path = configured()
  const of = (basis: string) => ask(path, `1;H48.31.01;H48.201;01/7/2025;${basis}\n`)
  await of('NQ 1677/NQ-UBTVQH15')
  expect(await of('Nghị quyết số 1677/NQ-UBTVQH15 ngày 16/6/2025')).toMatchObject({ known: 1 })
  await expect(of('NQ 1678/NQ-UBTVQH15')).rejects.toMatchObject({ faults: [{ path: 'E2' }] })
})

it('takes chains of successions over several years', async () => {
  const rows = `1;H48.31.01;H48.31.05;01/01/2020;NQ 1
2;H48.31.02;H48.31.05;01/01/2020;NQ 1
3;H48.31.05;H48.201;01/7/2025;NQ 2
4;H48.31.06;H48.201;01/7/2025;NQ 2
`
  const tree = new Successions((await ask(configured(), rows)).added)
  const days = ['2019-12-31', '2020-01-01', '2025-06-30', '2025-07-01']
  const holders = days.map((day) => tree.holderAt('H48.31.02', day))
  expect(holders).toEqual(['H48.31.02', 'H48.31.05', 'H48.31.05', 'H48.201'])
})
