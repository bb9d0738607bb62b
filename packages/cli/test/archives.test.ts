import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CchcRange, openRange } from './cchc-range.ts'

// Every step starts a process, which takes long where many tests share the machine.

let range: CchcRange
beforeAll(async () => {
  range = await openRange()
  range.configure()
  expect((await range.run(['sync', 'dvcqg'])).code).toBe(0)
})
afterAll(() => range.close())

const reference = (name: string) => `$\{env:${name}}`

async function runIds(): Promise<readonly string[]> {
  const { out } = await range.run(['runs', '--format', 'json'])
  return JSON.parse(out).items.map(({ id }: { id: string }) => id)
}

test('a backup is restored into an empty store, and refused where it would be lost or lose something', async () => {
  expect((await range.run(['backup', 'keyless.cchc'])).code).toBe(0)
  const key = await range.run(['keys', 'create', 'Trục', '--scopes', 'enter', '--org', 'all'])
  expect(key.code).toBe(0)
  const made = await range.run(['backup', 'copy.cchc', '--format', 'json'])
  expect(made).toMatchObject({ code: 0, notes: expect.stringContaining('copy.cchc as of') })
  const { tables } = JSON.parse(made.out)
  expect(tables).toContainEqual({ table: 'run', rows: 1 })
  const again = await range.run(['backup', 'copy.cchc', '--lang', 'vi'])
  expect(again).toMatchObject({ code: 2, notes: expect.stringContaining('Đã có tệp') })
  const full = await range.run(['restore', 'copy.cchc'])
  expect(full).toMatchObject({ code: 2, notes: expect.stringContaining('is not empty') })
  const ids = await runIds()
  range.configure({ store: 'sqlite:restored.db' })
  expect(await range.run(['restore', 'copy.cchc'])).toMatchObject({
    ...{ code: 0, notes: expect.stringContaining('Keys that are good now: 1 (Trục)') },
  })
  expect(await runIds()).toEqual(ids)
  const keyless = await range.run(['restore', 'keyless.cchc', '--overwrite'])
  expect(keyless).toMatchObject({ code: 0, notes: expect.stringContaining('holds no key') })
  const absent = await range.run(['restore', 'absent.cchc', '--overwrite'])
  expect(absent).toMatchObject({ code: 2, notes: expect.stringContaining('no archive at') })
  writeFileSync(join(range.folder, 'foreign.cchc'), 'Báo cáo')
  const foreign = await range.run(['restore', 'foreign.cchc', '--overwrite'])
  expect(foreign).toMatchObject({ code: 2, notes: expect.stringContaining('no archive') })
  range.configure()
})

test('a store is moved to a database that is named as in the configuration, and a sync goes on there', async () => {
  const moved = await range.run(['store', 'move', '--to', reference('NEW_STORE')], {
    NEW_STORE: 'sqlite:moved.db',
  })
  expect(moved).toMatchObject({ code: 0, notes: expect.stringContaining('store.url in') })
  const ids = await runIds()
  range.configure({ store: 'sqlite:moved.db' })
  expect(await runIds()).toEqual(ids)
  const sync = await range.run(['sync', 'dvcqg', '--format', 'json'])
  expect(JSON.parse(sync.out)).toMatchObject({ id: '2', counts: { new: 0 } })
  range.configure()
  const unnamed = await range.run(['store', 'move', '--to', reference('NOWHERE')])
  expect(unnamed).toMatchObject({ code: 2, notes: expect.stringContaining('NOWHERE is not set') })
})
