import { errorOf, recordsOf } from '@cchc/connector-kit/conformance'
import { PortalChanged, PortalDenied, PortalUnavailable } from '@cchc/domain'
import { cutBody, everyNth, expiredSession, faultsAt, serverError, smallWorld } from '@cchc/portals'
import { HttpResponse, http } from 'msw'
import { describe, expect, test } from 'vitest'
import { simulate } from './simulated.ts'

const { open, requests, server } = simulate(smallWorld({ dossiers: 120 }))

const xmlError = (code: number, description: string) =>
  `<?xml version="1.0"?><error><message>No Content.</message><code>${code}</code><description>${description}</description></error>`

describe('login and rights', () => {
  test.each([
    ['a wrong password, answered with 203', { password: 'wrong' }],
    ['a wrong site, answered with 403', { groupId: '1' }],
  ])('%s', async (_, config) => {
    for (const format of ['xml', 'json']) {
      const error = await errorOf(open({ config: { ...config, format } }).check())
      expect(error).toBeInstanceOf(PortalDenied)
      expect(error).toHaveProperty('fix', expect.stringContaining('groupId'))
    }
  })

  test.each([
    [401, xmlError(203, ''), PortalDenied],
    [403, 'Forbidden', PortalDenied],
    [403, xmlError(403, 'java.lang.NullPointerException'), PortalUnavailable],
    [406, '{"faultCode":"500","faultMessage":"x"}', PortalUnavailable],
    [406, '{"faultCode":"400","faultMessage":"x"}', PortalChanged],
  ])('%i %s', async (status, body, expected) => {
    const { check } = open()
    server.use(http.get('*', () => new HttpResponse(body, { status })))
    expect(await errorOf(check())).toBeInstanceOf(expected)
  })

  test('what an exception says stays out of the message', async () => {
    const { check } = open()
    const body = xmlError(403, 'no applicant CANARY Nguyễn Văn A')
    server.use(http.get('*', () => new HttpResponse(body, { status: 403 })))
    expect(JSON.stringify(await errorOf(check()))).not.toContain('CANARY')
  })
})

test('faults of the server and cut bodies are tried again', async () => {
  const plans = [everyNth(4, cutBody()), everyNth(3, serverError(503))]
  for (const faults of plans) {
    const { streams } = open({ faults })
    const records = await recordsOf(streams.dossiers.read({ cursor: undefined }))
    expect(records).toHaveLength(120)
  }
})

test('text that stops within the XML is fetched again', async () => {
  const { streams } = open()
  let cuts = 0
  server.use(
    http.get(
      '*/dossiers',
      () => {
        cuts++
        return new HttpResponse('<data><total>120</total><data><dossierNo>H99')
      },
      { once: true },
    ),
  )
  expect(await recordsOf(streams.dossiers.read({ cursor: undefined }))).toHaveLength(120)
  expect(cuts).toBe(1)
})

test('a login that is lost on the way is tried again, and ends the reading when it stays lost', async () => {
  const read = (...lost: number[]) => {
    requests.length = 0
    const faults = faultsAt(Object.fromEntries(lost.map((nth) => [nth, expiredSession()])))
    return recordsOf(open({ faults }).streams.dossiers.read({ cursor: undefined }))
  }
  expect(await read(5)).toEqual(await read())
  expect(await errorOf(read(5, 6, 7))).toBeInstanceOf(PortalDenied)
  expect(requests.length).toBe(7)
})

test('a user whom the portal never knew is not tried again', async () => {
  requests.length = 0
  const { streams } = open({ faults: faultsAt({ 1: expiredSession() }) })
  const reading = recordsOf(streams.dossiers.read({ cursor: undefined }))
  expect(await errorOf(reading)).toBeInstanceOf(PortalDenied)
  expect(requests.length).toBe(1)
})

test.each(['{"data":[]}', '[]', '{"total":1,"data":{}}', '{"total":1,"data":["x"]}'])(
  'JSON of another shape, %s, is no data',
  async (body) => {
    const { check } = open({ config: { format: 'json' } })
    server.use(http.get('*', () => new HttpResponse(body)))
    expect(await errorOf(check())).toBeInstanceOf(PortalChanged)
  },
)
