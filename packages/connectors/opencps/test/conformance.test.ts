import { testConnector } from '@cchc/connector-kit/conformance'
import { openCpsHandlers, smallWorld, withoutOne, worldAt } from '@cchc/portals'
import { openCps } from '../src/index.ts'

const access = {
  baseUrl: 'http://opencps.test',
  username: 'cchc',
  password: 's3cret-pass',
  groupId: '55301',
}
const NOW = Date.UTC(2022, 3, 5, 3)
const LATER = Date.UTC(2022, 3, 25, 3)

const whole = smallWorld({ dossiers: 100 })
const world = worldAt(whole, NOW)

testConnector(openCps, {
  config: { ...access, since: '2021-09-01', pageSize: 9, windowDays: 20 },
  handlers: openCpsHandlers(world, access),
  now: NOW,
  holds: {
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
          statusReceived: 'done',
          receivedAt: Date.parse('2021-09-20T08:59:44+07:00'),
          dueAt: Date.parse('2021-10-04T17:00:00+07:00'),
          finishedAt: Date.parse('2021-09-27T11:18:16+07:00'),
          returnedAt: Date.parse('2021-09-27T11:21:18+07:00'),
          pauses: [],
          onlinePayment: null,
          digitised: null,
          serviceLevel: 'partial',
          serviceLevelReceived: '3',
          version: Date.parse('2021-09-27T11:21:18+07:00'),
          lastingId: '100002',
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
          services: [
            { organisationCode: 'H99.03', level: 'partial', levelReceived: '3' },
            { organisationCode: 'H99.07', level: 'full', levelReceived: '4' },
            { organisationCode: 'H99.12', level: 'partial', levelReceived: '3' },
          ],
          interlinked: null,
          fees: [{ kind: 'unknown', amount: 15_000 }],
          onlinePayment: null,
          publishedNationally: null,
          inForce: true,
        },
      ],
    },
    figures: {
      count: 26 * 26,
      samples: [
        {
          organisationCode: 'H99.31.02',
          organisationName: 'UBND xã Đông Bình',
          from: '2021-09-01',
          to: '2021-09-30',
          measure: 'opencps-statistics.receivedCount',
          value: 1,
          quality: null,
          provisional: false,
        },
      ],
    },
  },
  // everything; and what came or changed since the last days of March
  older: {
    dossiers: [
      { version: 1, cursor: { completeSince: null, pass: null, limited: null }, left: 26 },
      {
        version: 1,
        cursor: { completeSince: '2022-03-31T03:00:00.000Z', pass: null, limited: null },
        left: 7,
      },
    ],
  },
  personal: [
    'applicantName',
    'applicantIdNo',
    'address',
    'contactName',
    'contactTelNo',
    'userName',
  ],
  later: {
    now: LATER,
    handlers: openCpsHandlers(withoutOne(worldAt(whole, LATER), 0), access),
  },
  failed: () => Response.json({ code: 403, description: 'NullPointerException' }, { status: 403 }),
})
