import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cchcInside } from './cchc-inside.ts'

const cwd = mkdtempSync(join(tmpdir(), 'cchc-keys-'))
writeFileSync(
  join(cwd, 'cchc.config.yaml'),
  'organisations:\n  H15: { name: UBND tỉnh Đắk Nông }\n',
)
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const keys = (words: string) => cchcInside(['keys', ...words.split(' ')], { cwd, env: {} })
const list = async () => JSON.parse(await keys('list --format json')).items

test('a key is shown once, and of it a digest is kept', async () => {
  const out = await keys('create so-noi-vu --scopes figures:read,enter --org H15.02,h15 --by an')
  const [key = ''] = /cchc_1_[\w-]{43}/.exec(out) ?? []
  expect(key).not.toBe('')
  const [kept, ...others] = await list()
  expect(others).toEqual([])
  expect(kept).toMatchObject({ name: 'so-noi-vu', state: 'good', organisations: ['H15.02', 'H15'] })
  expect(kept).toMatchObject({
    createdBy: 'an',
    lastUsedAt: null,
    scopes: ['figures:read', 'enter'],
  })
  expect(readFileSync(join(cwd, 'cchc.db'), 'latin1')).not.toContain(key.slice('cchc_1_'.length))
  expect(JSON.stringify(await list()) + (await keys('list'))).not.toContain(key)
})

test('of an organisation of which nothing is known is made, and that is told', async () => {
  const words = 'create x --scopes enter --org H15,H51.02 --format json'
  expect(JSON.parse(await keys(words))).toMatchObject({ id: '2', unknown: ['H51.02'] })
  await keys('revoke 2')
})

test('is revoked by its id', async () => {
  await keys('revoke 1 --by binh')
  expect(await list()).toMatchObject([{ state: 'revoked', revokedBy: 'binh' }, { id: '2' }])
})

test.each([
  ['a scope that there is not', 'create x --scopes figures:write --org all'],
  ['no organisation', 'create x --scopes enter'],
  ['everything for some organisations', 'create x --scopes admin --org H15'],
  ['a sync for some organisations', 'create x --scopes enter,sync:run --org H15'],
  ['a last day that is over', 'create x --scopes enter --org all --until 2020-01-01'],
  ['an organisation that is unknown', 'create x --scopes enter --org nowhere'],
])('a key with %s is refused', async (_, words) => {
  await expect(keys(words)).rejects.toThrow()
  expect(await list()).toHaveLength(2)
})
