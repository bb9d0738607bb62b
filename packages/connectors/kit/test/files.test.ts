import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFiles, FilesSource } from '../src/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function opened(limits: object = {}, path = folder, signal = new AbortController().signal) {
  return createFiles({ source: FilesSource.parse({ path, files: limits }), signal })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

test('lists every file below the folder in the order of their paths, with size, hash and date', async () => {
  put('b.csv', 'two')
  put('a/c.csv', 'one')
  put('a-b.csv', '')
  put('.hidden', 'x')
  put('e\u0302.csv', 'x')
  const files = await opened().list()
  expect(files.map(({ path }) => path)).toEqual(['a-b.csv', 'a/c.csv', 'b.csv', 'ê.csv'])
  expect(files[1]).toEqual({
    path: 'a/c.csv',
    size: 3,
    sha256: sha256('one'),
    modifiedAt: expect.any(Number),
  })
})

test('reads a listed file, and counts its bytes', async () => {
  put('e\u0302.csv', 'xin chào')
  const files = opened()
  const [file] = await files.list()
  if (!file) throw new Error('nothing was listed')
  expect(new TextDecoder().decode(await files.read(file))).toBe('xin chào')
  expect(files.traffic()).toEqual({ bytes: 9 })
})

test('a single file can be the source', async () => {
  put('a.csv', 'one')
  put('b.csv', 'two')
  const files = await opened({}, join(folder, 'b.csv')).list()
  expect(files.map(({ path }) => path)).toEqual(['b.csv'])
})

test('no link is followed, whether it was there or comes later', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  writeFileSync(join(outside, 'secret.csv'), 'inner')
  symlinkSync(outside, join(folder, 'linked'))
  symlinkSync(join(outside, 'secret.csv'), join(folder, 'linked.csv'))
  put('a/secret.csv', 'inner')
  const files = opened()
  const listed = await files.list()
  expect(listed.map(({ path }) => path)).toEqual(['a/secret.csv'])
  rmSync(join(folder, 'a'), { recursive: true })
  symlinkSync(outside, join(folder, 'a'))
  const [file] = listed
  await expect(file && files.read(file)).rejects.toThrow('a/secret.csv: changed while it was read')
  rmSync(outside, { recursive: true })
})

test('a path that was not listed is not read, wherever it leads', async () => {
  put('inner/a.csv', 'one')
  const files = opened({}, join(folder, 'inner'))
  put('b.csv', 'two')
  const beside = { path: '../b.csv', size: 3, sha256: sha256('two'), modifiedAt: 0 }
  await expect(files.read(beside)).rejects.toThrow('../b.csv: was not listed')
})

test('a file that is replaced or grows while it is read is no file', async () => {
  put('a.csv', 'one')
  const files = opened()
  const [file] = await files.list()
  for (const text of ['two', 'one and more', '']) {
    put('a.csv', text)
    await expect(file && files.read(file)).rejects.toMatchObject({ code: 'portal_unavailable' })
  }
  rmSync(join(folder, 'a.csv'))
  await expect(file && files.read(file)).rejects.toThrow('a.csv: cannot be read (ENOENT)')
})

test('a file that is too large is listed and cannot be read; the others can', async () => {
  put('a.csv', 'x'.repeat(1001))
  put('b.csv', 'x'.repeat(1000))
  const files = opened({ maxMegabytes: 0.001 })
  const [large, small] = await files.list()
  await expect(large && files.read(large)).rejects.toThrow('a.csv: is larger than allowed')
  expect((small && (await files.read(small)))?.byteLength).toBe(1000)
  truncateSync(join(folder, 'a.csv'), 2000)
  expect((await files.list())[0]?.sha256).not.toBe(large?.sha256)
})

test('more files or deeper folders than allowed are told', async () => {
  put('a.csv', '')
  put('one/two/b.csv', '')
  await expect(opened({ depth: 1 }).list()).rejects.toThrow('one/two: lies deeper than 1 folders')
  expect(await opened({ depth: 2 }).list()).toHaveLength(2)
  await expect(opened({ most: 1 }).list()).rejects.toThrow('holds more than 1 files')
})

test('a folder that is not there is told with what to check', async () => {
  await expect(opened({}, join(folder, 'none')).list()).rejects.toMatchObject({
    code: 'portal_unavailable',
    message: `${join(folder, 'none')}: cannot be read (ENOENT)`,
  })
})

test('a stop ends it', async () => {
  put('a.csv', 'one')
  await expect(opened({}, folder, AbortSignal.abort()).list()).rejects.toMatchObject({
    code: 'run_interrupted',
  })
})
