import { describe, expect, it } from 'vitest'
import {
  type Http,
  type HttpRequest,
  parseJson,
  parseXmlDocument,
  recordReading,
} from '../src/index.ts'

const CANARY = 'Nguyễn Văn Canary'

/** A portal that answers each address with one body. */
function portal(bodies: Readonly<Record<string, string>>): Http {
  return {
    async read(request: HttpRequest, parse: (answer: never) => unknown) {
      const body = bodies[request.url] ?? ''
      return parse({ status: 200, headers: { 'content-type': 'text/plain' }, body } as never)
    },
  } as Http
}

const PAGE = {
  total: 2,
  items: [
    {
      code: 'A-1',
      due: '03/01/2023',
      owner: { name: CANARY, phone: 900000001, sex: true },
      note: '',
    },
    { code: 'A-2', due: null, owner: { name: 'Trần', phone: 2, sex: false }, note: CANARY },
  ],
}

/** Codes and days alone; throws where a row has no owner. */
function rowsOf(answer: { readonly body: string }) {
  const { items } = parseJson(answer) as typeof PAGE
  return items.map(({ code, due, owner }) => ({ code, due, known: owner.name !== '' }))
}

describe('what is recorded of a portal', () => {
  const read = (through: (http: Http) => Http) =>
    through(portal({ list: JSON.stringify(PAGE) })).read({ url: 'list' }, rowsOf)

  it('gives the same records without what no record tells', async () => {
    const { exchanges, kept, masked } = await recordReading(read)
    expect(kept).toEqual(['/list items.*.code', '/list items.*.due'])
    expect(masked).toContain('/list items.*.owner.phone')
    expect(JSON.stringify(exchanges)).not.toMatch(/Canary|900000001|Trần/)
    expect(exchanges).toHaveLength(1)
    expect(rowsOf(exchanges[0] as { body: string })).toEqual(rowsOf({ body: JSON.stringify(PAGE) }))
  })

  it('keeps the form of what it replaces', async () => {
    const { exchanges } = await recordReading(read)
    const [first] = (JSON.parse(exchanges[0]?.body ?? '') as typeof PAGE).items
    expect(first?.owner).toEqual({ name: 'xxxxxx xxx xxxxxx', phone: 111111111, sex: false })
    expect(first?.note).toBe('')
  })

  it('does so with XML, its attributes and its character data', async () => {
    const xml = `<?xml version="1.0"?><!-- ${CANARY} --><list by="${CANARY}"><row id="7"><code>A&amp;1</code><name><![CDATA[${CANARY} <b>]]></name></row></list>`
    const codes = async (through: (http: Http) => Http) =>
      through(portal({ xml })).read({ url: 'xml' }, async (answer) => {
        const { list } = (await parseXmlDocument(answer.body)) as {
          list: { row: { code: string } }
        }
        return list.row.code
      })
    const { exchanges, kept } = await recordReading(codes)
    expect(kept).toEqual(['/xml list/row/code'])
    expect(exchanges[0]?.body).toContain('<code>A&amp;1</code>')
    expect(exchanges[0]?.body).not.toContain('Canary')
  })

  it('leaves out what is neither JSON nor XML, and says so where it was needed', async () => {
    const text = (through: (http: Http) => Http) =>
      through(portal({ plain: CANARY })).read({ url: 'plain' }, ({ body }) => body.length)
    await expect(recordReading(text)).rejects.toThrow('was not asked when it was recorded')
  })

  it('is nothing where the same answers are read otherwise each time', async () => {
    let turn = 0
    const counted = (through: (http: Http) => Http) =>
      through(portal({ list: '{"a":1}' })).read({ url: 'list' }, () => (turn += 1))
    await expect(recordReading(counted)).rejects.toThrow('other records each time')
  })

  it('holds neither what was sent nor the headers of an answer', async () => {
    const asked = (through: (http: Http) => Http) =>
      through(portal({ login: '{"ok":1}' })).read(
        { method: 'POST', url: 'login', json: { password: CANARY }, headers: { Cookie: CANARY } },
        parseJson,
      )
    expect(JSON.stringify(await recordReading(asked))).not.toContain('Canary')
  })
})
