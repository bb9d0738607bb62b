import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveGateway } from '@cchc/gateway'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cchcInside } from './cchc-inside.ts'
import { openSmallHub, type SmallHub } from './small-hub.ts'

let small: SmallHub
let far: Pick<SmallHub, 'cwd'> & { readonly env: Readonly<Record<string, string>> }
beforeAll(async () => {
  small = await openSmallHub()
  const stop = new AbortController()
  const running = await serveGateway(small.hub, { port: 0, signal: stop.signal })
  const cwd = mkdtempSync(join(tmpdir(), 'cchc-export-'))
  far = { cwd, env: { CCHC_GATEWAY: running.url } }
  afterAll(async () => {
    stop.abort()
    await running.closed
  })
})

test.each([
  'export dossiers --period 2022-H1',
  'export dossiers --org H99.31 --period 2022-H1 --format ndjson',
  'export statistics --period 2022-H1 --by org,month',
  'export indicators --as-known-at 2023-01-05 --format ndjson',
])('cchc %s prints the same here and through a gateway', async (line) => {
  const words = line.split(' ')
  const asOf = (text: string) => text.replaceAll(/2\d{3}-[\dT:.-]+\+07:00/g, 'THEN')
  const here = asOf(await cchcInside(words, small))
  const there = asOf(await cchcInside(words, far))
  const withoutDigest = (text: string) => text.replace(/[0-9a-f]{64}/, 'DIGEST')
  expect(withoutDigest(there)).toBe(withoutDigest(here))
  expect(here.trimEnd().split('\n').at(-1)).toContain(
    line.includes('ndjson') ? '"whole":true' : '#end',
  )
})

test('a file is written whole, or not at all', async () => {
  const words = ['export', 'dossiers', '--period', '2022-H1', '-o', 'out/ho-so.csv']
  expect(await cchcInside(words, far)).toBe('')
  const text = readFileSync(join(far.cwd, 'out/ho-so.csv'), 'utf8')
  expect(text.trimEnd().split('\n').length).toBeGreaterThan(20)
  expect(readdirSync(join(far.cwd, 'out'))).toEqual(['ho-so.csv'])
  const unknown = [...words.slice(0, 4), '--org', 'H11', '-o', 'out/none.csv']
  await expect(cchcInside(unknown, far)).rejects.toThrow('H11')
  expect(existsSync(join(far.cwd, 'out/none.csv'))).toBe(false)
  expect(readdirSync(join(far.cwd, 'out'))).toEqual(['ho-so.csv'])
})
