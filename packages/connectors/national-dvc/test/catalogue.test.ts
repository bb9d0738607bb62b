import { pagesOf, recordsOf } from '@cchc/connector-kit/conformance'
import { Field, Organisation, PortalChanged, PortalDenied, Procedure } from '@cchc/domain'
import { everyNth, expiredSession, faultsAt, htmlPage, throttled } from '@cchc/portals'
import { HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { answering, asked, fromStart, manyProcedures, opened, usePortal, world } from './portal.ts'

usePortal()

const sortedCodes = world.procedures.map(({ code }) => code).sort()
const LEVELS = { province: 'province', district: 'district', commune: 'commune' }

function count(what: string): number {
  return asked.filter((each) => each.what === what).length
}

test('reads every organisation under the top-down form of its code', async () => {
  const records = await recordsOf(opened().streams.organisations.read(fromStart))
  expect(records).toEqual(
    world.organisations.map(({ code, name, level, parentCode }) => ({
      code,
      name,
      level,
      parentCode,
      validFrom: null,
      validTo: null,
    })),
  )
  for (const record of records) Organisation.parse(record)
})

test('takes the level of an organisation from the configuration where it is stated', async () => {
  const [first] = world.organisations
  const levels = { [first?.code ?? '']: 'unit' }
  const records = await recordsOf(
    opened({ config: { levels } }).streams.organisations.read(fromStart),
  )
  expect(records[0]?.level).toBe('unit')
})

test('reads every field', async () => {
  const records = await recordsOf(opened().streams.fields.read(fromStart))
  expect(records.map((record) => Field.parse(record))).toEqual(world.fields)
})

test.each([
  ['from the adapter', {}, {}],
  ['through a relay', { relay: { calls: 'post' as const } }, { relay: {} }],
  ['with codes that carry the suffix of the province', { suffixEvery: 3 }, {}],
])('reads every procedure with its detail, %s', async (_, portal, config) => {
  const pages = await pagesOf(opened({ portal, config }).streams.procedures.read(fromStart))
  const records = pages.flatMap((page) => page.records).map((record) => Procedure.parse(record))
  expect(pages.map(({ expected }) => expected)).toEqual(pages.map(() => world.procedures.length))
  expect(records.map(({ code }) => code)).toEqual(sortedCodes)
  const suffixed = world.procedures.filter((_, index) => 'suffixEvery' in portal && index % 3 === 0)
  for (const procedure of world.procedures) {
    const record = records.find(({ code }) => code === procedure.code)
    expect(record).toMatchObject({
      variantOf: suffixed.includes(procedure) ? world.provinceCode : null,
      name: procedure.name,
      fieldCode: procedure.fieldCode,
      fieldName: procedure.fieldName,
      levels: [LEVELS[procedure.level]],
      services: null,
      onlinePayment: null,
      publishedNationally: null,
      inForce: true,
    })
    const sums = record?.fees?.flatMap(({ amount }) => amount ?? []) ?? []
    expect(Math.max(0, ...sums)).toBe(procedure.feeAmount)
  }
})

test('keeps the kinds of fees, free of charge and no statement apart', async () => {
  const records = await recordsOf(opened().streams.procedures.read(fromStart))
  const fees = records.flatMap((record) => record.fees ?? [])
  expect(new Set(fees.map(({ kind }) => kind))).toEqual(new Set(['fee', 'charge']))
  expect(fees.some(({ amount }) => amount === 0)).toBe(true)
  expect(fees.every(({ amount }) => amount === null || Number.isInteger(amount))).toBe(true)
})

test('goes on from every cursor without reading a detail twice', async () => {
  const { streams } = opened()
  const pages = await pagesOf(streams.procedures.read(fromStart))
  const whole = pages.flatMap(({ records }) => records)
  const cut = [0, 1, 17, whole.length - 1, whole.length]
  const [{ cursor }] = pages as [(typeof pages)[0]]
  for (const position of cut) {
    asked.length = 0
    const rest = await recordsOf(streams.procedures.read({ cursor: { ...cursor, position } }))
    expect(rest).toEqual(whole.slice(position))
    expect(count('LayThuTuc')).toBe(whole.length - position)
  }
})

test('yields pages of a hundred, each with the cursor that covers it', async () => {
  const { streams } = opened({ shown: manyProcedures(250) })
  const pages = await pagesOf(streams.procedures.read(fromStart))
  expect(pages.map(({ records }) => records.length)).toEqual([100, 100, 50])
  expect(pages.map(({ cursor }) => cursor.position)).toEqual([100, 200, 250])
  for (const [index, { cursor }] of pages.entries()) {
    expect(await pagesOf(streams.procedures.read({ cursor }))).toEqual(pages.slice(index + 1))
  }
})

test('starts again when the list is another one than the cursor was made for', async () => {
  const cursor = { position: 30, listHash: 'of another list' }
  const records = await recordsOf(opened().streams.procedures.read({ cursor }))
  expect(records).toHaveLength(world.procedures.length)
})

test('asks for no further detail once the portal wants a long pause', async () => {
  const faults = everyNth(1, throttled('3600'))
  const details = {
    next: (request: Request) => (isDetail(request) ? faults.next(request) : undefined),
  }
  const { streams } = opened({ portal: { faults: details } })
  const reading = recordsOf(streams.procedures.read(fromStart))
  await expect(reading).rejects.toMatchObject({ code: 'portal_throttled' })
  await recordsOf(streams.fields.read(fromStart))
  expect(count('LayThuTuc')).toBeLessThanOrEqual(8)
})

function isDetail(request: Request): boolean {
  return request.url.endsWith('/integration')
}

test('looks single procedures up', async () => {
  const keys = [{ code: sortedCodes[3] ?? '' }, { code: '9.999999' }]
  const { lookup } = opened().streams.procedures
  if (!lookup) throw new Error('procedures cannot be looked up')
  const pages = await pagesOf(lookup(keys))
  expect(pages.flat().map(({ code }) => code)).toEqual([sortedCodes[3]])
  expect(count('LayThuTuc')).toBe(1)
})

test('a listed procedure without detail keeps what the list says and a warning', async () => {
  const missing = sortedCodes[5] ?? ''
  const { streams, lines } = opened({ portal: { withoutDetail: [missing] } })
  const records = await recordsOf(streams.procedures.read(fromStart))
  const record = records.find(({ code }) => code === missing)
  expect(record).toMatchObject({ levels: [], fees: null, inForce: true })
  expect(Procedure.parse(record).name).not.toBe('')
  const warnings = lines.filter((line) => !line.startsWith('request '))
  const told = `a listed procedure has no detail {"code":"${missing}"}`
  expect(warnings).toEqual([expect.stringContaining(told)])
})

test('logs in once for all streams', async () => {
  const { streams } = opened()
  await recordsOf(streams.organisations.read(fromStart))
  await recordsOf(streams.procedures.read(fromStart))
  expect(count('auth')).toBe(1)
})

test('logs in again when the portal has forgotten the session in the middle of the list', async () => {
  const { streams } = opened({ portal: { sessionCalls: 20 } })
  const records = await recordsOf(streams.procedures.read(fromStart))
  expect(records.map(({ code }) => code)).toEqual(sortedCodes)
  expect(count('auth')).toBeGreaterThan(1)
  expect(count('auth')).toBeLessThan(6)
})

test('one forgotten session costs one login, however many calls find out', async () => {
  const faults = faultsAt({ 12: expiredSession() })
  const { streams } = opened({ portal: { faults } })
  const records = await recordsOf(streams.procedures.read(fromStart))
  expect(records).toHaveLength(world.procedures.length)
  expect(count('auth')).toBe(2)
})

test('gives up when fresh sessions are forgotten again and again', async () => {
  const { streams } = opened({ portal: { sessionCalls: 0 } })
  const reading = recordsOf(streams.fields.read(fromStart))
  await expect(reading).rejects.toMatchObject({ code: 'portal_denied', login: true })
  expect(count('auth')).toBe(4)
})

test('a wrong password is a denial that does not tell the password', async () => {
  const { check } = opened({ config: { password: 'wrong-secret' } })
  const failure = await check().catch((thrown: unknown) => thrown)
  expect(failure).toBeInstanceOf(PortalDenied)
  expect(String(failure)).not.toContain('wrong-secret')
})

test('checks by logging in and reading the fields', async () => {
  await opened().check()
  expect(asked.map(({ what }) => what)).toEqual(['auth', 'LayDanhMucLinhVuc'])
})

test('an empty list inside a failure is a failure', async () => {
  const { streams } = opened({ config: { unitCode: 'H01' } })
  const reading = recordsOf(streams.organisations.read(fromStart))
  await expect(reading).rejects.toThrow('LayDanhMucCoQuan: the portal answered error 2')
})

test.each([
  ['success without a list', { error_code: '00', message: '' }],
  ['no error code', { result: [] }],
  ['an error whose code is no code', { error_code: 'Lỗi của CANARY', result: [] }],
])('%s is a changed portal', async (_, body) => {
  const { streams } = opened()
  answering('/adapter/share', () => HttpResponse.json(body))
  const failure = await recordsOf(streams.fields.read(fromStart)).catch((thrown: unknown) => thrown)
  expect(failure).toBeInstanceOf(PortalChanged)
  expect(String(failure)).not.toContain('CANARY')
})

test('a web page with status 200 is asked for again, and told when it stays', async () => {
  const { streams } = opened({ portal: { faults: faultsAt({ 2: htmlPage() }) } })
  expect(await recordsOf(streams.fields.read(fromStart))).toEqual(world.fields)
  const staying = opened({ portal: { faults: everyNth(1, htmlPage()) } }).streams
  const reading = recordsOf(staying.fields.read(fromStart))
  await expect(reading).rejects.toMatchObject({ code: 'portal_unavailable' })
})

test('a relay that is not configured is named as the likely cause', async () => {
  const { check } = opened({ portal: { relay: { calls: 'post' } } })
  await expect(check()).rejects.toMatchObject({ fix: expect.stringContaining('Configure relay') })
})

test('a failed login is tried again by the next call', async () => {
  const faults = faultsAt({ 1: throttled('3600') })
  const { streams } = opened({ portal: { faults } })
  const first = recordsOf(streams.fields.read(fromStart))
  await expect(first).rejects.toMatchObject({ code: 'portal_throttled' })
  await expect(recordsOf(streams.fields.read(fromStart))).resolves.toEqual(world.fields)
})

test('nothing but listed fields leaves the connector', async () => {
  const { streams, lines } = opened()
  const records = [
    ...(await recordsOf(streams.organisations.read(fromStart))),
    ...(await recordsOf(streams.procedures.read(fromStart))),
    ...(await recordsOf(streams.figures.read(fromStart))),
  ]
  expect(JSON.stringify([records, lines])).not.toContain('CANARY')
})
