import { getResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import {
  MISBEHAVIOURS,
  misbehaviour,
  nationalHandlers,
  openCpsHandlers,
  smallWorld,
} from '../src/index.ts'

const world = smallWorld({ dossiers: 120 })
const access = { baseUrl: 'http://portal.test', username: 'u', password: 'p', groupId: '1' }
const authorization = `Basic ${Buffer.from('u:p').toString('base64')}`
const LISTS = [
  ...[
    'v2/dossiers?start=0&end=50',
    'v2/dossiers?start=50&end=100',
    'v2/dossiers?start=200&end=250',
  ],
  ...['v2/serviceinfos?start=0&end=50', 'statistics?year=2022&month=5&start=0&end=20'],
  ...[
    'v2/dossiers?start=40&end=80',
    'v2/dossiers?start=200&end=250',
    'v2/serviceinfos?start=60&end=90',
  ],
]
const NOW = Date.UTC(2022, 11, 31)

/** What a portal answers to the same requests: status, type, clock, and the first bytes that come without a wait. */
async function answersOf(
  name: string | undefined,
  { seed, accept }: { seed: number; accept: string },
) {
  const settings = { seed, every: 2, now: () => NOW }
  const wrong = name === undefined ? {} : misbehaviour(name, settings)
  const handlers = [
    ...openCpsHandlers(world, { ...access, ...wrong }),
    ...nationalHandlers(world, access),
  ]
  const answers: { facts: unknown[]; body: string }[] = []
  for (const list of LISTS) {
    const headers = { authorization, groupId: '1', accept }
    const request = new Request(`${access.baseUrl}/o/rest/${list}`, { headers })
    const response = await getResponse(handlers, request)
    const facts = [
      response?.status,
      response?.headers.get('content-type'),
      response?.headers.get('date'),
    ]
    answers.push({ facts, body: await firstBytes(response) })
  }
  return answers
}

async function firstBytes(response: Response | undefined): Promise<string> {
  const chunks: Uint8Array[] = []
  const reader = response?.body?.getReader()
  for (;;) {
    const next = await Promise.race([reader?.read().catch(() => undefined), soon()])
    if (!next?.value) break
    chunks.push(next.value)
  }
  return Buffer.concat(chunks).toString('latin1')
}

const soon = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 20))
/** They wait before they answer. */
const SLOW = ['slow']

describe.each(MISBEHAVIOURS.filter((name) => !SLOW.includes(name)))('%s', (name) => {
  it.each(['application/json', 'application/xml'])(
    'shows in %s, the same with the same seed',
    async (accept) => {
      const healthy = await answersOf(undefined, { seed: 1, accept })
      const wrong = await answersOf(name, { seed: 1, accept })
      expect(wrong).not.toEqual(healthy)
      expect(await answersOf(name, { seed: 1, accept })).toEqual(wrong)
    },
  )
})

it('answers late', () => {
  const { faults } = misbehaviour('slow', { every: 1 })
  expect(faults?.next(new Request(access.baseUrl))).toEqual({ kind: 'delay', ms: 2000 })
})

it('refuses a name that is none', () => {
  expect(() => misbehaviour('constructor')).toThrow('choose one of slow')
})

describe('character sets', () => {
  it.each(['windows-1258', 'iso-8859-1', 'utf-16'])('%s says the same as UTF-8', async (name) => {
    for (const accept of ['application/json', 'application/xml']) {
      const [right, other] = [undefined, name].map((each) => answersOf(each, { seed: 1, accept }))
      const [expected = '', came = ''] = [(await right)?.[3]?.body, (await other)?.[3]?.body]
      const bytes = Buffer.from(came, 'latin1')
      const text = new TextDecoder(name, { fatal: true }).decode(bytes).normalize('NFC')
      const plain = text.replace(/&#(\d+);|\\u([\da-f]{4})/g, (_, decimal, hex) =>
        String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
      )
      const utf8 = Buffer.from(expected, 'latin1').toString()
      expect(plain).toBe(utf8.normalize('NFC').replace(/ encoding="[^"]*"/, ''))
    }
  })

  it('may be stated wrongly', async () => {
    const answers = await answersOf('wrong-charset', { seed: 1, accept: 'application/json' })
    const { facts = [], body = '' } = answers[3] ?? {}
    expect(facts).toContain('application/json;charset=UTF-8')
    const bytes = Buffer.from(body, 'latin1')
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
  })
})
