import { testConnector } from '@cchc/connector-kit/conformance'
import { igateHandlers, smallWorld, withoutOne, worldAt } from '@cchc/portals'
import { igate } from '../src/index.ts'
import { access, config } from './access.ts'

const NOW = Date.UTC(2022, 3, 5, 3)
const LATER = Date.UTC(2022, 4, 20, 3)

const whole = smallWorld({ dossiers: 100 })
const world = worldAt(whole, NOW)
const later = {
  ...withoutOne(worldAt(whole, LATER), 0),
  organisations: whole.organisations.filter(({ code }) => code !== 'H99.03'),
}

testConnector(igate, {
  config: {
    ...config,
    statistics: { ...config.statistics, reports: ['agency', 'online'] },
    pageSize: 9,
    windowDays: 40,
  },
  handlers: igateHandlers(world, { ...access, now: () => NOW }),
  now: NOW,
  holds: {
    organisations: {
      count: 10,
      samples: [
        {
          code: 'H99.31',
          name: 'UBND huyện Bình An',
          level: 'district',
          parentCode: 'H99',
          validFrom: null,
          validTo: null,
        },
      ],
    },
    dossiers: {
      count: 26,
      samples: [
        {
          code: '000.02.31.H99-210920-0001',
          procedureCode: '3.277365',
          organisationCode: 'H99.31.02',
          fieldCode: 'G15-CT',
          channel: 'direct',
          status: 'returned',
          statusReceived: '5',
          receivedAt: Date.parse('2021-09-20T08:59:44+07:00'),
          dueAt: Date.parse('2021-10-04T17:00:00+07:00'),
          finishedAt: Date.parse('2021-09-27T11:18:16+07:00'),
          returnedAt: Date.parse('2021-09-27T11:21:18+07:00'),
          pauses: [],
          onlinePayment: null,
          digitised: null,
          serviceLevel: 'partial',
          serviceLevelReceived: 'Mức độ 3',
          version: Date.parse('2021-09-27T11:21:18+07:00'),
          lastingId: 'c5034277fc8a0000000186a2',
        },
      ],
    },
    procedures: {
      count: whole.procedures.length,
      samples: [
        {
          code: '2.008119',
          variantOf: null,
          name: 'Cấp giấy phép lái xe',
          fieldCode: 'G04-DB',
          fieldName: 'Đường bộ',
          levels: [],
          services: [{ organisationCode: null, level: 'full', levelReceived: 'Mức độ 4' }],
          interlinked: null,
          fees: null,
          onlinePayment: null,
          publishedNationally: null,
          inForce: true,
        },
      ],
    },
    figures: {
      count: 24 * 5 + 6 * 8,
      samples: [
        {
          organisationCode: 'H99.31.02',
          organisationName: 'UBND xã Đông Bình',
          from: '2021-09-01',
          to: '2021-09-30',
          measure: 'igate-agency.received',
          value: 1,
          quality: null,
          provisional: false,
        },
      ],
    },
    payments: {
      count: 6 + 4,
      samples: [
        {
          organisationCode: 'H99.32',
          organisations: 'alone',
          from: '2021-12-15',
          to: '2021-12-31',
          provisional: false,
          counts: { paidOnline: 1 },
        },
        {
          organisationCode: 'H99',
          organisations: 'with_all_below',
          from: '2021-12-15',
          to: '2021-12-31',
          provisional: false,
          counts: { paidOnline: 1 },
        },
      ],
    },
  },
  // everything; and what came or changed since the last days of March
  older: {
    dossiers: [
      { version: 1, cursor: { complete: null, pass: null, limited: null }, left: 26 },
      {
        version: 1,
        cursor: {
          complete: { startedAt: '2022-03-31T03:00:00.000Z', seenTo: '2022-03-31T02:00:00.000Z' },
          pass: null,
          limited: null,
        },
        left: 4,
      },
    ],
  },
  personal: [
    'fullname',
    'ownerFullname',
    'identityNumber',
    'phoneNumber',
    'email',
    'address',
    'organization',
    'birthday',
    'noidungyeucaugiaiquyet',
    'hoTen',
  ],
  later: {
    now: LATER,
    handlers: igateHandlers(later, { ...access, now: () => LATER }),
  },
})
