import { pagesOf, recordsOf } from '@cchc/connector-kit/conformance'
import { PortalChanged, PortalFigure } from '@cchc/domain'
import { faultsAt, htmlPage, throttled } from '@cchc/portals'
import { HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { answering, asked, fromStart, opened, usePortal, world } from './portal.ts'

usePortal()

const evaluation = '/api/v1/reporting/evaluation'
const of2022 = { reporting: { since: 2022, until: 2022 } }

function figuresOf(settings: object = {}, request = fromStart) {
  return recordsOf(opened({ config: of2022, ...settings }).streams.figures.read(request))
}

test("every figure of every organisation is the portal's own", async () => {
  const figures = (await figuresOf()).map((figure) => PortalFigure.parse(figure))
  for (const { code, level } of world.organisations) {
    const expected = world.nationalFigures(code, '2022-01-01', '2022-12-31')
    const scoresOnly = (name: string) => level === 'commune' && name.startsWith('provide-online')
    const own = figures.filter((figure) => figure.organisationCode === code)
    const counted = own.filter(({ measure }) => !/[sS]core$|service-results/.test(measure))
    expect(Object.fromEntries(counted.map(({ measure, value }) => [measure, value]))).toEqual(
      Object.fromEntries(Object.entries(expected).filter(([name]) => !scoresOnly(name))),
    )
  }
})

test('null stays null and zero stays zero', async () => {
  const figures = await figuresOf()
  const value = (measure: string) =>
    figures.find(
      (figure) => figure.measure === measure && figure.organisationCode === world.provinceCode,
    )?.value
  expect(value('transparency.PUBLISH_ON_TIME.numerator')).toBeNull()
  expect(value('transparency.PUBLIC_UPDATE_ON_TIME.numerator')).toBe(0)
})

test('identifies each figure by organisation, days and measure', async () => {
  const config = { reporting: { since: 2022, until: 2022, periods: ['year', 'quarter', 'month'] } }
  const figures = await figuresOf({ config })
  const keys = figures.map((each) =>
    [each.organisationCode, each.from, each.to, each.measure].join(' '),
  )
  expect(new Set(keys).size).toBe(keys.length)
  const periods = new Set(figures.map(({ from, to }) => `${from}..${to}`))
  expect(periods.size).toBe(17)
  expect(periods).toContain('2022-02-01..2022-02-28')
  expect(periods).toContain('2022-10-01..2022-12-31')
})

test('reads further pages and no page twice', async () => {
  const config = { reporting: { since: 2022, until: 2022, pageSize: 3 } }
  const paged = await figuresOf({ config })
  const requests = asked.filter(({ what }) => what === 'dvc-progress-tree')
  expect(requests.map(({ body }) => body.currentPage)).toEqual([1, 2, 3, 4])
  expect(paged).toEqual(await figuresOf())
})

test('the score of the province, its parts and the flags of data quality come along', async () => {
  const figures = await figuresOf()
  const results = figures.filter(({ measure }) => measure.startsWith('service-results.'))
  expect(results.map(({ measure }) => measure.split('.')[1])).toEqual(
    expect.arrayContaining(['totalScore', 'CKMB', 'TDGQ', 'CLGQ', 'TTTT', 'MDHL', 'MDSH']),
  )
  expect(new Set(results.map((figure) => figure.organisationCode))).toEqual(
    new Set([world.provinceCode]),
  )
  const sync = figures.filter(({ measure }) => measure.startsWith('transparency.DOSSIER_SYNC'))
  expect(sync[0]?.quality).toBe('TEMP_NATIONAL_REPORT_DENOMINATOR')
})

test('a period that has not ended is provisional, a month that has not ended is not asked for', async () => {
  const now = Date.UTC(2022, 4, 31, 16, 59)
  const config = { reporting: { since: 2022, periods: ['year', 'quarter', 'month'] } }
  const figures = await figuresOf({ config, now })
  const state = new Map(figures.map(({ from, to, provisional }) => [`${from} ${to}`, provisional]))
  expect(Object.fromEntries(state)).toEqual({
    '2022-01-01 2022-12-31': true,
    '2022-01-01 2022-03-31': false,
    '2022-04-01 2022-06-30': true,
    '2022-01-01 2022-01-31': false,
    '2022-02-01 2022-02-28': false,
    '2022-03-01 2022-03-31': false,
    '2022-04-01 2022-04-30': false,
  })
})

test('a month has ended at midnight in Vietnam', async () => {
  const now = Date.UTC(2022, 4, 31, 17, 0)
  const config = { reporting: { since: 2022, periods: ['month'] } }
  const figures = await figuresOf({ config, now })
  expect(figures.at(-1)).toMatchObject({ from: '2022-05-01', provisional: false })
})

test('limits the periods to those that touch the days asked for', async () => {
  const config = { reporting: { since: 2022, until: 2022, periods: ['quarter'] } }
  const request = { cursor: undefined, from: '2022-03-31', to: '2022-04-01' }
  const figures = await figuresOf({ config }, request)
  expect([...new Set(figures.map(({ from }) => from))]).toEqual(['2022-01-01', '2022-04-01'])
})

test('goes on from every cursor; after the last one a new pass begins', async () => {
  const { streams } = opened({ config: of2022 })
  const pages = await pagesOf(streams.figures.read(fromStart))
  expect(pages).toHaveLength(7)
  for (const [index, { cursor }] of pages.entries()) {
    const rest = await pagesOf(streams.figures.read({ cursor }))
    expect(rest).toEqual(index === pages.length - 1 ? pages : pages.slice(index + 1))
  }
})

test('asks for satisfaction by days and for the others by period', async () => {
  await figuresOf()
  const body = (group: string) => asked.find(({ what }) => what === group)?.body
  expect(body('handling-satisfaction')).toMatchObject({
    fromDate: '2022-01-01',
    toDate: '2022-12-31',
  })
  expect(body('handling-satisfaction')).not.toHaveProperty('timeType')
  expect(body('transparency')).toMatchObject({ timeType: 'year', year: 2022 })
})

test('reporting can be left out', async () => {
  expect(await figuresOf({ config: { reporting: false } })).toEqual([])
  expect(asked).toEqual([])
})

test('a firewall that refuses us ends the reading at once', async () => {
  const reading = figuresOf({ portal: { browsersOnly: true } })
  await expect(reading).rejects.toMatchObject({ code: 'portal_denied' })
  expect(asked).toHaveLength(1)
})

test('a portal that asks for a long pause ends the reading', async () => {
  const reading = figuresOf({ portal: { faults: faultsAt({ 3: throttled('3600') }) } })
  await expect(reading).rejects.toMatchObject({ code: 'portal_throttled' })
  expect(asked).toHaveLength(3)
})

test.each([
  ['another code than OK', () => HttpResponse.json({ code: 'ERROR', data: {} }, { status: 201 })],
  ['no data', () => HttpResponse.json({ code: 'OK', data: null }, { status: 201 })],
  ['no rows', () => HttpResponse.json({ code: 'OK', data: { parent: {} } }, { status: 201 })],
])('%s is a changed portal', async (_, response) => {
  const { streams } = opened({ config: of2022 })
  answering(`${evaluation}/dvc-progress-tree`, response)
  await expect(recordsOf(streams.figures.read(fromStart))).rejects.toBeInstanceOf(PortalChanged)
})

test('a firewall page in the middle is no page of figures and is asked for again', async () => {
  const figures = await figuresOf({ portal: { faults: faultsAt({ 4: htmlPage() }) } })
  expect(figures).toEqual(await figuresOf({}))
})

test('an unknown root is named', async () => {
  const config = { reporting: { rootDepartmentCode: 'H98' } }
  await expect(figuresOf({ config })).rejects.toThrow('no row of H98')
})

test('a portal that always sends its first page is not read for ever', async () => {
  const { streams } = opened({ config: { reporting: { since: 2022, until: 2022, pageSize: 2 } } })
  const row = (code: string) => ({ departmentCode: code, departmentName: code, totalReceived: 1 })
  const data = { parent: row('H99'), children: [row('H99.03'), row('H99.07')] }
  answering(`${evaluation}/dvc-progress-tree`, () =>
    HttpResponse.json({ code: 'OK', data }, { status: 201 }),
  )
  const figures = await recordsOf(streams.figures.read(fromStart))
  const received = figures.filter(({ measure }) => measure === 'dvc-progress-tree.totalReceived')
  expect(received.map((figure) => figure.organisationCode)).toEqual(['H99', 'H99.03', 'H99.07'])
})
