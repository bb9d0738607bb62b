import { gunzipSync } from 'node:zlib'
import type { Hub } from '@cchc/hub'
import { setIndicator } from '@cchc/hub/actions/set-indicator'
import { beforeAll, describe, expect, it } from 'vitest'
import { createGateway } from '../src/index.ts'
import { smallHub } from './small-hub.ts'

const REPORT = '/v1/reports/bnv-581-province?period=2022'
const NAMES = ['ETag', 'Cache-Control', 'Content-Type', 'Vary']

let hub: Hub
beforeAll(async () => {
  hub = await smallHub()
})

/** A gateway over the hub, and how often the hub was asked something. */
function counting(change: Partial<Hub> = {}) {
  const count = { asked: 0 }
  const app = createGateway({
    ...hub,
    ask: (question, asked, words) => {
      count.asked += 1
      return hub.ask(question, asked, words)
    },
    ...change,
  })
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  return { app, get, count }
}

const tagOf = (response: Response) => response.headers.get('ETag') ?? ''

describe('a report', () => {
  it('is made once for all who ask for it, and told by 304 to who has it', async () => {
    const { get, count } = counting()
    const all = await Promise.all([get(REPORT), get(REPORT), get(REPORT)])
    const texts = await Promise.all(all.map((one) => one.text()))
    expect([count.asked, new Set(texts).size, new Set(all.map(tagOf)).size]).toEqual([1, 1, 1])
    const [first] = all
    const tag = first ? tagOf(first) : ''
    const known = await get(REPORT, { 'If-None-Match': `"other", W/${tag}` })
    expect([known.status, await known.text(), tagOf(known)]).toEqual([304, '', tag])
    expect(NAMES.map((name) => first?.headers.get(name))).toEqual([
      expect.stringMatching(/^"[\w-]{43}"$/),
      'private, no-cache',
      'application/json',
      'Accept, Accept-Encoding',
    ])
    expect((await get(REPORT, { 'If-None-Match': '"other"' })).status).toBe(200)
    expect(count.asked).toBe(1)
  })

  it('is made for each form, language and question', async () => {
    const { get, count } = counting()
    await get(REPORT)
    await get(REPORT, { Accept: 'text/csv' })
    await get(`${REPORT}&format=md`)
    await get(REPORT, { 'Accept-Language': 'vi' })
    await get(`${REPORT}&partial=true`)
    expect(count.asked).toBe(5)
  })

  it('is made again after a commit, here or elsewhere', async () => {
    const { app, get, count } = counting()
    const tag = tagOf(await get(REPORT))
    const body = JSON.stringify({ value: '31', by: 'an', reason: 'Đếm lại' })
    const headers = { 'Content-Type': 'application/json' }
    const path = '/v1/indicators/plan_tasks_total?period=2022'
    expect((await app.request(path, { method: 'PUT', headers, body })).status).toBe(200)
    const later = tagOf(await get(REPORT))
    expect([later === tag, count.asked]).toEqual([false, 2])
    const figure = { id: 'plan_tasks_total', period: '2022', by: 'an', reason: 'Đếm lại' }
    await hub.act(setIndicator, { ...figure, value: '32' })
    await expect.poll(async () => tagOf(await get(REPORT))).not.toBe(later)
  })

  it('is made again on another day, and not kept where something was committed meanwhile', async () => {
    let version = 'today'
    const { get, count } = counting({ version: async () => version })
    await get(REPORT)
    version = 'tomorrow'
    await expect.poll(async () => (await get(REPORT)) && count.asked).toBe(2)
    let looks = 0
    const restless = counting({
      version: async () => {
        looks += 1
        return `commit ${looks}`
      },
    })
    await restless.get(REPORT)
    await restless.get(REPORT)
    expect(restless.count.asked).toBe(2)
  })

  it('that could not be made is tried again', async () => {
    let fails = true
    const { get } = counting({
      ask: async (question, asked, words) => {
        if (fails) throw new Error('once')
        return hub.ask(question, asked, words)
      },
    })
    expect((await get(REPORT)).status).toBe(500)
    fails = false
    expect((await get(REPORT)).status).toBe(200)
  })
})

it('a list is tagged too, though it is made for each who asks', async () => {
  const { get, count } = counting()
  const tag = tagOf(await get('/v1/organisations'))
  expect((await get('/v1/organisations', { 'If-None-Match': tag })).status).toBe(304)
  expect(count.asked).toBe(2)
})

describe('compression', () => {
  const gzip = { 'Accept-Encoding': 'gzip' }

  it('is for texts of some length, not for what is compressed already', async () => {
    const { get } = counting()
    const json = await get(REPORT, gzip)
    expect(json.headers.get('Content-Encoding')).toBe('gzip')
    const text = gunzipSync(await json.arrayBuffer()).toString()
    expect(text).toBe(await (await get(REPORT)).text())
    for (const path of [`${REPORT}&format=xlsx`, `${REPORT}&format=docx`, '/ready'])
      expect((await get(path, gzip)).headers.get('Content-Encoding'), path).toBe(null)
  })

  it('keeps the tag, by which a client that has it is told so', async () => {
    const { get } = counting()
    const tag = tagOf(await get(REPORT, gzip))
    expect(tag).toMatch(/^W\//)
    const known = await get(REPORT, { ...gzip, 'If-None-Match': tag })
    expect([known.status, await known.text()]).toEqual([304, ''])
  })
})
