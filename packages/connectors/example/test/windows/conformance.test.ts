import { testConnector } from '@cchc/connector-kit/conformance'
import { BASE_URL, LOGIN } from '../portal.ts'
import { windows } from './connector.ts'
import { later, today } from './portal.ts'

testConnector(windows, {
  config: { baseUrl: BASE_URL, ...LOGIN },
  now: Date.parse('2023-01-10T12:00:00+07:00'),
  handlers: today(),
  holds: {
    dossiers: {
      count: 3,
      samples: [
        {
          code: 'H42.12-230103-0001',
          procedureCode: '1.001193',
          organisationCode: 'H42.12',
          fieldCode: 'HT',
          channel: 'online',
          status: 'returned',
          statusReceived: 'returned',
          receivedAt: Date.parse('2023-01-03T08:00:00+07:00'),
          dueAt: Date.parse('2023-01-04T17:00:00+07:00'),
          finishedAt: Date.parse('2023-01-04T09:30:00+07:00'),
          returnedAt: Date.parse('2023-01-04T10:00:00+07:00'),
          pauses: [],
          onlinePayment: null,
          digitised: null,
          serviceLevel: null,
          serviceLevelReceived: null,
          version: 1,
        },
      ],
    },
  },
  later: { now: Date.parse('2023-01-15T12:00:00+07:00'), handlers: later() },
  personal: ['fullName', 'phone', 'address'],
})
