import { afterEach, describe, expect, it } from 'vitest'
import {
  cutBody,
  faultsAt,
  misbehaviour,
  type ServedPortals,
  servePortals,
  smallWorld,
} from '../src/index.ts'

let served: ServedPortals | undefined
afterEach(() => served?.close())

function headers({ openCps }: ServedPortals): Record<string, string> {
  const basic = Buffer.from(`${openCps.username}:${openCps.password}`).toString('base64')
  return {
    authorization: `Basic ${basic}`,
    groupId: openCps.groupId ?? '',
    accept: 'application/xml',
  }
}

describe('the portals over HTTP', () => {
  it('answer on loopback as they do in process, and count the requests', async () => {
    const seen: string[] = []
    served = await servePortals({
      world: smallWorld(),
      onRequest: (request) => seen.push(new URL(request.url).pathname),
    })
    const response = await fetch(`${served.openCps.url}/o/rest/v2/dossiers?start=0&end=400`, {
      headers: headers(served),
    })
    expect(response.headers.get('content-type')).toContain('application/xml')
    expect((await response.text()).match(/<dossierNo>/g)?.length).toBe(400)
    expect((await fetch(`${served.url}/o/rest/v2/dossiers`)).status).toBe(203)
    expect((await fetch(`${served.url}/nothing`)).status).toBe(404)
    expect(served.requests()).toBe(3)
    expect(seen).toEqual(['/o/rest/v2/dossiers', '/o/rest/v2/dossiers', '/nothing'])
    expect(new URL(served.url).hostname).toBe('127.0.0.1')
  })

  it('break off a body where a fault says so', async () => {
    served = await servePortals({ world: smallWorld(), faults: faultsAt({ 1: cutBody() }) })
    const url = `${served.url}/o/rest/v2/dossiers?start=0&end=400`
    const options = { headers: headers(served) }
    await expect(fetch(url, options).then((response) => response.text())).rejects.toThrow()
    expect((await (await fetch(url, options)).text()).endsWith('</data>')).toBe(true)
  })

  it('stream a whole table', async () => {
    served = await servePortals({
      world: smallWorld({ dossiers: 9000 }),
      quirks: { endZero: 'all' },
    })
    const response = await fetch(`${served.url}/o/rest/v2/dossiers?end=0`, {
      headers: headers(served),
    })
    expect((await response.text()).match(/<dossierNo>/g)?.length).toBe(9000)
  })

  it.each(['windows-1258', 'utf-16', 'iso-8859-1', 'control-characters', 'lone-surrogates'])(
    'say no wrong length of what is rewritten: %s',
    async (name) => {
      served = await servePortals({ world: smallWorld(), ...misbehaviour(name, { every: 1 }) })
      const { url, username, password } = served.national
      const body = JSON.stringify({ username, password })
      for (let asked = 0; asked < 2; asked += 1) {
        const response = await fetch(`${url}/adapter/auth`, { method: 'POST', body })
        const length = response.headers.get('content-length')
        const { byteLength } = await response.arrayBuffer()
        expect([null, String(byteLength)]).toContain(length)
      }
    },
  )
})
