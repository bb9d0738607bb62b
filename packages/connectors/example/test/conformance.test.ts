import { testConnector } from '@cchc/connector-kit/conformance'
import { example } from '../src/example.ts'
import { CONFIG, FIVE_DAYS_LATER, STORED_BIRTH, TENTH } from './expected.ts'
import { later, today } from './portal.ts'

testConnector(example, {
  config: CONFIG,
  now: TENTH,
  handlers: today(),
  // counted by hand in what the portal shows
  holds: {
    fields: { count: 3, samples: [{ code: 'HT', name: 'Hộ tịch' }] },
    dossiers: {
      count: 3,
      samples: [STORED_BIRTH],
    },
  },
  later: { now: FIVE_DAYS_LATER, handlers: later() },
  // the fields of its answers that tell of people
  personal: ['officer', 'fullName', 'phone', 'address'],
})
