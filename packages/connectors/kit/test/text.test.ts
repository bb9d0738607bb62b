import { PortalChanged, PortalUnavailable } from '@cchc/domain'
import { expect, test } from 'vitest'
import { createHttp, parseJson } from '../src/index.ts'
import { decodeText } from '../src/text.ts'
import { answer, ask, memoryLog, startPortal } from './portal.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['the header', latin('phép'), 'application/xml; charset="ISO-8859-1"', 'phép'],
  [
    'the declaration',
    latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>phép</a>'),
    undefined,
    /phép/,
  ],
  [
    'the header before the declaration',
    Buffer.from('<?xml version="1.0" encoding="x-vni"?><a>phép</a>'),
    'text/xml;charset=UTF-8',
    /phép/,
  ],
  ['a mark', Buffer.from('\ufeff{"a":"phép"}'), 'application/json', '{"a":"phép"}'],
  [
    'UTF-16 and its declaration',
    Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>phép</a>', 'utf16le'),
    'text/xml',
    /^<.*phép/,
  ],
  ['an empty name', Buffer.from('phép'), 'text/plain; charset=', 'phép'],
])('%s decides how bytes are read', (_, bytes, contentType, expected) => {
  expect(decodeText(bytes, contentType)).toMatch(expected)
})

test('bytes of another character set are a changed portal, half a character is a cut answer', () => {
  expect(() => decodeText(latin('phép bị'), undefined)).toThrow(PortalChanged)
  expect(() => decodeText(Buffer.from('phé').subarray(0, -1), undefined)).toThrow(PortalUnavailable)
  expect(() => decodeText(Buffer.from('a'), 'text/xml; charset=x-vni')).toThrow('x-vni')
})

test('no byte of an answer becomes a replacement character; a cut one is fetched again', async () => {
  const half = Buffer.from('{"a":"ế').subarray(0, -1)
  const portal = await startPortal(
    (_request, response) => response.end(half),
    answer(200, '{"a":"ế"}'),
    (_request, response) => response.end(latin('{"a":"é"}')),
    (_request, response) => {
      response.writeHead(403, { 'Content-Type': 'text/html' })
      response.end(latin('bị cấm: é'))
    },
  )
  const http = createHttp({
    baseUrl: portal.url,
    signal: new AbortController().signal,
    log: memoryLog(),
    now: () => 0,
    sleep: async () => {},
  })
  expect((await ask(http, { url: '/' })).body).toBe('{"a":"ế"}')
  await expect(ask(http, { url: '/' })).rejects.toBeInstanceOf(PortalChanged)
  expect((await ask(http, { url: '/', accept: [403] })).status).toBe(403)
  expect(portal.requests).toHaveLength(4)
  await portal.close()
})

test('a mark before JSON that another text carried is taken off', () => {
  expect(parseJson({ body: '\ufeff{"a":1}' })).toEqual({ a: 1 })
})
