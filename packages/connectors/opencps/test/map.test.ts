import { describe, expect, test } from 'vitest'
import { plainText, readFees } from '../src/fees.ts'
import { mapDossier } from '../src/map-dossier.ts'
import { mapProcedure } from '../src/read-procedures.ts'

const row = {
  dossierNo: ' 000.00.53.H48-220921-0099 ',
  serviceCode: '1.001612.000.00.00.H48',
  govAgencyCode: '000.00.53.H48',
  domainCode: 'G05-HKD',
  dossierStatus: 'done',
  online: 'false',
  originality: '3',
  receiveDate: '21/09/2022 08:00:00',
  dueDate: '28/09/2022 17:00:00',
  releaseDate: '20220926101500',
  finishDate: '27/09/2022 09:00:00',
  modifiedDate: '27/09/2022 09:00:05',
  serviceLevel: 4,
}
const at = (text: string) => Date.parse(`${text}+07:00`)

describe('a dossier', () => {
  test('in two formats of dates', () => {
    expect(mapDossier(row)).toEqual({
      code: '000.00.53.H48-220921-0099',
      procedureCode: '1.001612',
      organisationCode: 'H48.53',
      fieldCode: 'G05-HKD',
      channel: 'direct',
      status: 'returned',
      statusReceived: 'done',
      receivedAt: at('2022-09-21T08:00:00'),
      dueAt: at('2022-09-28T17:00:00'),
      finishedAt: at('2022-09-26T10:15:00'),
      returnedAt: at('2022-09-27T09:00:00'),
      pauses: [],
      onlinePayment: null,
      digitised: null,
      serviceLevel: 'full',
      serviceLevelReceived: '4',
      version: at('2022-09-27T09:00:05'),
    })
  })

  test('with facts where the configuration names their fields', () => {
    const told = { ...row, submitDate: '20/09/2022 16:00:00', xinLoi: 'Không' }
    expect(mapDossier(told)).toEqual(mapDossier(row))
    const { facts } = mapDossier(told, { handedInAt: 'submitDate', apology: 'xinLoi' })
    expect(facts).toEqual({ handedInAt: at('2022-09-20T16:00:00'), apology: false })
  })

  test.each([
    ['new', 'received'],
    ['receiving', 'registered'],
    ['waiting', 'awaiting_supplement'],
    ['paying', 'awaiting_payment'],
    ['interoperating', 'processing'],
    ['releasing', 'finished'],
    ['done', 'returned'],
    ['denied', 'refused_at_reception'],
    ['unresolved', 'refused'],
    ['cancelled', 'withdrawn'],
    ['lost', 'lost'],
  ])('of status %s', (received, status) => {
    expect(mapDossier({ ...row, dossierStatus: received })).toMatchObject({
      status,
      statusReceived: received,
    })
  })

  test.each([
    [{ online: 'true', originality: '3' }, 'online'],
    [{ online: true, originality: '' }, 'online'],
    [{ online: '', originality: 1 }, 'online'],
    [{ fromViaPostal: '2' }, 'postal'],
    [{ fromViaPostal: '1', viaPostal: '2' }, 'direct'],
    [{ online: '', originality: '' }, null],
  ])('handed in as %o', (facts, channel) => {
    expect(mapDossier({ ...row, ...facts }).channel).toBe(channel)
  })

  test('that ended without a release', () => {
    const without = { ...row, releaseDate: '', cancellingDate: '23/09/2022 10:00:00' }
    expect(mapDossier({ ...without, dossierStatus: 'cancelled' }).finishedAt).toBe(
      at('2022-09-23T10:00:00'),
    )
    expect(mapDossier(without).finishedAt).toBe(at('2022-09-27T09:00:00'))
    expect(mapDossier({ ...without, dossierStatus: 'processing' }).finishedAt).toBeNull()
  })

  test('that waits since the last action when nothing else is said', () => {
    const waiting = { ...row, dossierStatus: 'waiting', lastActionDate: '22/09/2022 08:00:00' }
    expect(mapDossier(waiting).pauses).toEqual([{ from: at('2022-09-22T08:00:00'), to: null }])
  })
})

describe('a procedure', () => {
  test('with its agencies, or with the highest level where none is listed', () => {
    const service = {
      serviceCode: '1.001612.000.00.00.H48',
      serviceName: 'Đăng ký &amp; cấp',
      maxLevel: '4',
      active: 'true',
      serviceConfigs: [{ govAgencyCode: '000.00.53.H48', serviceLevel: '3' }],
    }
    expect(mapProcedure(service)).toMatchObject({
      code: '1.001612',
      variantOf: 'H48',
      name: 'Đăng ký & cấp',
      services: [{ organisationCode: 'H48.53', level: 'partial', levelReceived: '3' }],
      inForce: true,
    })
    expect(mapProcedure({ ...service, serviceConfigs: [], active: false })).toMatchObject({
      services: [{ organisationCode: null, level: 'full', levelReceived: '4' }],
      inForce: false,
    })
  })

  test.each([
    ['', null],
    ['<p>Không</p>', []],
    ['<b>Lệ phí:</b>&nbsp;1.100.000 đồng', [1_100_000]],
    ['Phí 50.000 đồng/lần; lệ phí 8000đ', [50_000, 8000]],
    ['Theo quy định của HĐND tỉnh', [null]],
  ])('whose fee is %s', (html, amounts) => {
    expect(readFees(html)?.map((fee) => fee.amount) ?? null).toEqual(amounts)
  })

  test('texts lose their markup', () => {
    expect(plainText('<p>Tiếp nhận<br/>&amp; trả &lt;kết quả&gt;</p>')).toBe(
      'Tiếp nhận & trả <kết quả>',
    )
  })
})
