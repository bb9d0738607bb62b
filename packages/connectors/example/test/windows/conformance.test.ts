import { testConnector } from '@cchc/connector-kit/conformance'
import { CONFIG, FIVE_DAYS_LATER, STORED_BIRTH, TENTH } from '../expected.ts'
import { windows } from './connector.ts'
import { later, today } from './portal.ts'

testConnector(windows, {
  config: CONFIG,
  now: TENTH,
  handlers: today(),
  holds: {
    dossiers: {
      count: 3,
      samples: [STORED_BIRTH],
    },
  },
  later: { now: FIVE_DAYS_LATER, handlers: later() },
  personal: ['fullName', 'phone', 'address'],
})
