import { fileURLToPath } from 'node:url'
import { beforeEach, expect, test } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import { runs } from '../src/questions/runs.ts'
import * as actions from './actions.ts'
import { configFolder } from './config-text.ts'

const connector = (name: string) => fileURLToPath(new URL(`./outside/${name}`, import.meta.url))
const UNITS = JSON.stringify([
  { code: 'H99', name: 'UBND tỉnh Thử Nghiệm', level: 'province', parentCode: null },
])

let cwd: string
beforeEach(() => {
  cwd = configFolder({ 'in/G01': 'Đất đai', 'stated/units.json': UNITS, 'stated/x.json': '[]' })
})

type Asked = Parameters<typeof actions.sync.act>[1]

async function on<T>(work: (hub: Hub) => Promise<T>): Promise<T> {
  const sources = {
    city: { connector: 'fields-folder', path: 'in' },
    town: { connector: 'fields-folder', path: 'in' },
    units: { connector: 'counts-folder', path: 'stated' },
  }
  const connectors = [connector('fields-folder.ts'), connector('counts-folder.ts')]
  const config = { connectors, store: { url: 'sqlite:cchc.db' }, sources }
  const hub = await openHub({ cwd, config })
  try {
    return await work(hub)
  } finally {
    await hub.close()
  }
}

const readOf = (asked: Asked) =>
  on(async (hub) => {
    const { runs } = await hub.act(actions.sync, asked)
    return runs.map(({ source, streams }) => [source, ...Object.keys(streams)])
  })
const refusedOf = (asked: Asked) => readOf(asked).catch((error: unknown) => error)

test('only the named streams of a source are read', async () => {
  expect(await readOf({ source: ['units'], stream: ['units'] })).toEqual([['units', 'units']])
  expect(await readOf({ source: ['units'], stream: ['units'], full: true })).toHaveLength(1)
  expect(await readOf({ source: ['city', 'town'], stream: ['fields'] })).toEqual([
    ['city', 'fields'],
    ['town', 'fields'],
  ])
})

test('without a source the only one that has a stream is read', async () => {
  expect(await readOf({ stream: ['units', 'counts'] })).toEqual([['units', 'counts', 'units']])
})

test('a stream of several sources is refused where none of them is named', async () => {
  expect(await refusedOf({ stream: ['fields'] })).toMatchObject({
    code: 'usage_invalid',
    message: 'Several sources have a stream fields: city, town.',
    fix: 'Name the source: cchc sync city --stream fields',
  })
})

test('an unknown stream is refused with those that the source has, and nothing is read', async () => {
  expect(await refusedOf({ source: ['units'], stream: ['units', 'unit'] })).toMatchObject({
    code: 'not_found',
    message: 'Source units has no stream "unit". It has: counts, units.',
    fix: 'Did you mean units?',
  })
  expect(await refusedOf({ source: ['city', 'units'], stream: ['units'] })).toMatchObject({
    message: 'Source city has no stream "units". It has: fields.',
  })
  expect(await refusedOf({ stream: ['dossiers'] })).toMatchObject({ code: 'not_found' })
  expect(await on((hub) => hub.ask(runs, {}))).toMatchObject({ items: [] })
})
