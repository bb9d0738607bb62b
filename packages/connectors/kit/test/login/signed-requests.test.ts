import { createHash, createHmac } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { RequestSigning, signedRequests } from '../../src/index.ts'
import { answer, ask, type Received } from '../portal.ts'
import { loginIo, portals } from './client.ts'

const { start, close } = portals()
afterEach(close)

const KEY = { keyId: 'hub', secret: 'k3y' }

/** What a portal makes of a request, from what came over the wire. */
function judged({ method, url, body, headers }: Received, names: Record<string, string>) {
  const header = (name: string) => headers[names[name] ?? ''] as string
  const digest = createHash('sha256').update(body).digest('hex')
  const text = `${method}\n${url}\n${header('date')}\n${digest}`
  const signature = createHmac('sha256', KEY.secret).update(text).digest('hex')
  return { digest: header('digest') === digest, signature: header('signature') === signature }
}

test('the portal comes to the same signature, with query and body', async () => {
  const { url, requests } = await start(answer(200))
  const http = signedRequests(RequestSigning.parse(KEY), loginIo(url).io)
  await ask(http, { method: 'POST', url: 'd', query: { q: 'hồ sơ' }, json: { a: 'ế' } })
  await ask(http, { url: 'd' })
  const names = { date: 'x-date', digest: 'x-content-digest', signature: 'x-signature' }
  for (const request of requests) {
    expect(request.headers).toMatchObject({
      'x-api-key': 'hub',
      'x-date': 'Thu, 15 Jan 2026 03:00:00 GMT',
    })
    expect(judged(request, names)).toEqual({ digest: true, signature: true })
  }
})

test('each attempt is signed anew, with the date of that moment', async () => {
  const { url, requests } = await start(answer(503), answer(200))
  const sleep = async () => {
    clock.now += 400_000
  }
  const { io, clock } = loginIo(url, { sleep })
  const headers = { date: 'At', signature: 'Sig', digest: 'Dig' }
  const signing = RequestSigning.parse({ ...KEY, date: 'epoch', headers })
  await ask(signedRequests(signing, io), { url: 'd' })
  const [first, second] = requests.map((request) => Number(request.headers.at))
  expect((second ?? 0) - (first ?? 0)).toBe(400_000)
  for (const request of requests) {
    const judgement = judged(request, { date: 'at', digest: 'dig', signature: 'sig' })
    expect(judgement).toEqual({ digest: true, signature: true })
  }
})

test('is written in base64 and with the algorithm that the portal wants', async () => {
  const { url, requests } = await start(answer(200))
  const signing = RequestSigning.parse({
    ...KEY,
    algorithm: 'sha512',
    encoding: 'base64',
    date: 'iso',
  })
  await ask(signedRequests(signing, loginIo(url).io), { url: 'd' })
  const digest = createHash('sha512').update('').digest('base64')
  const text = `GET\n/d\n2026-01-15T03:00:00.000Z\n${digest}`
  const signature = createHmac('sha512', KEY.secret).update(text).digest('base64')
  expect(requests[0]?.headers['x-signature']).toBe(signature)
})
