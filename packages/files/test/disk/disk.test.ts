import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder, readOrdinary } from '../../src/disk/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'cchc-disk-'))
const at = (...names: readonly string[]) => join(folder, ...names)
const server = createServer()
afterAll(() => server.close())

test('a file is read, also through a link', () => {
  writeFileSync(at('tep.txt'), 'số liệu')
  symlinkSync('tep.txt', at('link'))
  expect(Buffer.from(readOrdinary(at('link'))).toString()).toBe('số liệu')
})

test('a pipe, a socket, a device, a folder and a file beyond measure are refused without being opened', async () => {
  spawnSync('mkfifo', [at('pipe')])
  await new Promise<void>((done) => void server.listen(at('socket'), done))
  writeFileSync(at('large'), '')
  truncateSync(at('large'), 60_000_000)
  for (const path of [at('pipe'), at('socket'), '/dev/zero']) {
    expect(() => readOrdinary(path)).toThrow(`${path} is no ordinary file`)
  }
  expect(() => readOrdinary(folder)).toThrow('is a folder and no file')
  expect(() => readOrdinary(at('large'))).toThrow('large has 60 MB; at most 50 MB are read.')
  expect(() => readOrdinary(at('none'))).toThrow('ENOENT')
})

test('folders are made as deep as they are named', () => {
  makeFolder(at('a', 'b', 'c'))
  expect(existsSync(at('a', 'b', 'c'))).toBe(true)
  makeFolder(at('a', 'b', 'c'))
})

test.runIf(existsSync('/proc/self'))(
  'where nothing can be made it ends at once, with what the system says',
  () => {
    mkdirSync(at('full'))
    writeFileSync(at('full', 'file'), '')
    symlinkSync('loop', at('loop'))
    expect(() => makeFolder('/proc/x/y')).toThrow('ENOENT')
    expect(() => makeFolder(at('full', 'file', 'y'))).toThrow('EEXIST')
    expect(() => makeFolder(at('loop', 'y'))).toThrow('ELOOP')
    expect(() => makeFolder(at('x'.repeat(300)))).toThrow('ENAMETOOLONG')
  },
)
