import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sync } from '../src/actions/sync.ts'
import { openHub } from '../src/index.ts'
import { sourceChecks } from '../src/questions/source-checks.ts'

const CONNECTOR = fileURLToPath(new URL('./outside/fields-folder.ts', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinds-'))
  mkdirSync(join(folder, 'in'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = () =>
  openHub({
    cwd: folder,
    config: {
      connectors: [CONNECTOR],
      store: { url: 'sqlite:cchc.db' },
      sources: { city: { connector: 'fields-folder', path: 'in' } },
    },
  })

test('a source of files is read from its folder, which begins at the configuration', async () => {
  writeFileSync(join(folder, 'in/G01'), 'Đất đai')
  const hub = await open()
  const checked = await hub.ask(sourceChecks, {})
  expect(checked.items).toMatchObject([{ id: 'city', ok: true, streams: [{ ok: true }] }])
  const { runs } = await hub.act(sync, {})
  expect(runs).toMatchObject([
    { status: 'done', counts: { new: 1, requests: 0, bytes: Buffer.byteLength('Đất đai') } },
  ])
  await hub.close()
})

test('a folder that is not there fails its source, and says what to check', async () => {
  rmSync(join(folder, 'in'), { recursive: true })
  const hub = await open()
  const checked = await hub.ask(sourceChecks, {})
  expect(checked.items[0]?.error).toMatchObject({
    code: 'portal_unavailable',
    fix: 'Check path in the configuration, and that the folder is connected.',
  })
  const { runs } = await hub.act(sync, {})
  expect(runs).toMatchObject([{ status: 'failed' }])
  await hub.close()
})
