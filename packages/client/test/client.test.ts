import { createHash } from 'node:crypto'
import { EXPORTS } from '@cchc/hub/exports/all'
import { exportDossiers } from '@cchc/hub/exports/dossiers'
import { QUESTIONS } from '@cchc/hub/questions/all'
import { describe, expect, test } from 'vitest'
import { createClient } from '../src/index.ts'
import { answering } from './answering-server.ts'

const PERIODS = JSON.stringify({ items: [] })

const problem = (about: object) =>
  JSON.stringify({
    ...{ type: 'urn:cchc:problem:x', title: 'x', status: 404, instance: '/' },
    ...{ detail: 'No organisation H99.', code: 'not_found' },
    ...about,
  })

describe('a question', () => {
  test('has a function of its own, if HTTP can ask it', () => {
    const { ask: _ask, export: _export, ...named } = createClient({ url: 'http://127.0.0.1:1' })
    const remote = QUESTIONS.filter(({ path }) => path !== undefined)
    expect(Object.keys(named)).toHaveLength(remote.length + EXPORTS.length + 1)
    expect(Object.keys(named)).toEqual(expect.arrayContaining(['dossierStatistics', 'report']))
    expect(named).not.toHaveProperty('doctor')
  })

  test('is sent at its path with the key, as people write it', async () => {
    const { url, asked } = await answering({ body: '{}' })
    const client = createClient({ url: `${url}/cchc/`, key: 'a-long-key', language: 'vi' })
    const by = ['org', 'month'] as const
    const told = client.dossierStatistics({ period: '2022', by, partial: true, top: 3 })
    await expect(told).rejects.toThrow('/v1/statistics/dossiers is not understood')
    await expect(client.oneRun({ id: 'a/b' })).rejects.toThrow()
    expect(asked.map((one) => one.url)).toEqual([
      '/cchc/v1/statistics/dossiers?period=2022&by=org%2Cmonth&partial=true&top=3',
      '/cchc/v1/runs/a%2Fb',
    ])
    expect(asked[0]?.headers).toMatchObject({
      authorization: 'Bearer a-long-key',
      'accept-language': 'vi',
    })
  })

  test('is not sent where it would be too long, nor to an address that is none', async () => {
    const { url, asked } = await answering({ body: PERIODS })
    const long = createClient({ url }).procedures({ text: 'x'.repeat(9000) })
    await expect(long).rejects.toMatchObject({ code: 'usage_invalid' })
    expect(asked).toEqual([])
    for (const wrong of ['cchc.vn', 'ftp://cchc.vn', 'https://me:secret@cchc.vn']) {
      expect(() => createClient({ url: wrong })).toThrow('cannot be used')
    }
  })
})

describe('an answer', () => {
  test('may tell more than is known, and nothing less', async () => {
    const newer = { items: [], total: 0 }
    const { url } = await answering(
      { body: JSON.stringify(newer) },
      { body: '{"items":[{"state":"closed"}]}' },
      { body: '<html>' },
    )
    const client = createClient({ url })
    expect(await client.periods({})).toEqual(newer)
    await expect(client.periods({})).rejects.toMatchObject({
      code: 'gateway_failed',
      faults: expect.arrayContaining([expect.objectContaining({ path: 'items.0.period' })]),
    })
    await expect(client.periods({})).rejects.toMatchObject({ code: 'gateway_failed' })
  })

  test('is refused where it is too large, or comes too late', async () => {
    const large = await answering({ body: PERIODS })
    const small = createClient({ url: large.url, mostBytes: 5 })
    await expect(small.periods({})).rejects.toThrow('longer than')
    const silent = await answering({})
    const hurried = createClient({ url: silent.url, milliseconds: 20 })
    await expect(hurried.periods({})).rejects.toThrow('took too long')
  })
})

describe('an export', () => {
  const record = { ...{ source: 'one-stop', code: 'H99-1', run: '1', knownFrom: 'then' } }
  const facts = Object.fromEntries(
    Object.keys(exportDossiers.answer.shape).map((name) => [name, null]),
  )
  const line = `${JSON.stringify({
    ...{ ...facts, ...record, procedureCode: '1.000001', organisationCode: 'H99.31' },
    ...{ status: 'received', statusReceived: '1', pauses: [] },
  })}\n`
  const sha256 = createHash('sha256').update(line.repeat(2)).digest('hex')
  const end = (about: object = {}) =>
    `${JSON.stringify({ whole: true, rows: 2, sha256, knownAt: 'then', ...about })}\n`

  test('gives its records one by one, and what its last line says', async () => {
    const { url, asked } = await answering({ body: line.repeat(2) + end() })
    const records = createClient({ url }).exportDossiers({ period: '2022' })
    expect((await records.next()).value).toMatchObject(record)
    expect((await records.next()).value).toMatchObject(record)
    expect(await records.next()).toMatchObject({ done: true, value: { rows: 2 } })
    expect(asked[0]?.url).toBe('/v1/exports/dossiers?period=2022&format=ndjson')
  })

  test.each([
    ['without its last line', line.repeat(2)],
    ['within a line', line + line.slice(0, 40)],
    ['with fewer records than it says', line + end()],
    ['with other records than it says', line.repeat(2) + end({ sha256: 'x' })],
    ['with more after its last line', line.repeat(2) + end() + line],
    ['with something that is no record', `${line}{"code":1}\n`],
  ])('that ends %s is refused', async (_how, body) => {
    const { url } = await answering({ body })
    const all = Array.fromAsync(createClient({ url }).exportDossiers({ period: '2022' }))
    await expect(all).rejects.toMatchObject({ code: 'gateway_failed' })
  })

  test('that cannot be asked is the failure that the hub threw', async () => {
    const { url } = await answering({ status: 404, body: problem({}) })
    const all = Array.fromAsync(createClient({ url }).exportDossiers({ period: '2022' }))
    await expect(all).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a failure', () => {
  test('is the one that the hub threw', async () => {
    const faults = [{ path: 'org', message: 'is none' }]
    const body = problem({ fix: 'Did you mean H15?', faults })
    const { url } = await answering({ status: 404, body })
    await expect(createClient({ url }).periods({})).rejects.toMatchObject({
      ...{ code: 'not_found', message: 'No organisation H99.', fix: 'Did you mean H15?' },
      faults: [{ path: 'org', message: { template: 'is none' } }],
    })
  })

  test('of the gateway itself is wrong usage, or a gateway that fails', async () => {
    const { url } = await answering(
      { status: 401, body: problem({ code: 'unauthorised' }) },
      { status: 503, body: problem({ code: 'busy' }) },
      { status: 502, body: '<html>Bad Gateway' },
    )
    const { periods } = createClient({ url })
    await expect(periods({})).rejects.toMatchObject({ code: 'usage_invalid' })
    await expect(periods({})).rejects.toMatchObject({ code: 'gateway_failed' })
    await expect(periods({})).rejects.toThrow('answered with status 502')
  })

  test('is tried again when the gateway says so, and not for ever', async () => {
    const busy = { status: 503, body: problem({ code: 'busy' }), headers: { 'Retry-After': '0' } }
    const twice = await answering(busy, busy, { body: PERIODS })
    expect(await createClient({ url: twice.url }).periods({})).toEqual({ items: [] })
    const always = await answering(busy)
    await expect(createClient({ url: always.url }).periods({})).rejects.toThrow()
    expect(always.asked).toHaveLength(4)
    const later = { ...busy, headers: { 'Retry-After': '3600' } }
    const tomorrow = await answering(later)
    await expect(createClient({ url: tomorrow.url }).periods({})).rejects.toThrow()
    expect(tomorrow.asked).toHaveLength(1)
  })

  test('carries no key to where a redirection points', async () => {
    const other = await answering({ body: PERIODS })
    const { url } = await answering({ status: 302, body: '', headers: { Location: other.url } })
    await expect(createClient({ url, key: 'secret' }).periods({})).rejects.toMatchObject({
      code: 'gateway_failed',
    })
    expect(other.asked).toEqual([])
  })

  test('of a host that is not there is told without what was sent', async () => {
    const { url, close } = await answering({})
    await close()
    const gone = createClient({ url, key: 'secret' }).periods({})
    await expect(gone).rejects.toThrow(`${url} cannot be reached (ECONNREFUSED)`)
  })
})
