import type { ConformanceOptions } from '../../src/conformance/options.ts'
import { ACCESS, BASE_URL, LATER, NOW, oneStopHandlers } from './one-stop-portal.ts'

const common = {
  procedureCode: '1.001612',
  organisationCode: 'H99.01',
  fieldCode: null,
  channel: null,
  status: 'processing',
  statusReceived: 'processing',
  dueAt: null,
  finishedAt: null,
  returnedAt: null,
  pauses: [],
  onlinePayment: null,
  digitised: null,
  serviceLevel: null,
  serviceLevelReceived: null,
}

export const OPTIONS: ConformanceOptions = {
  config: { baseUrl: BASE_URL, ...ACCESS, since: '2026-01-01' },
  now: NOW,
  handlers: oneStopHandlers(NOW),
  holds: {
    dossiers: {
      count: 40,
      samples: [
        {
          ...common,
          code: 'H99.01-26-0003',
          receivedAt: Date.parse('2026-01-02T00:30:00+07:00'),
          version: Date.parse('2026-01-02T00:30:00+07:00'),
        },
        {
          ...common,
          code: 'H99.01-26-0040',
          receivedAt: Date.parse('2026-01-20T16:00:00+07:00'),
          version: Date.parse('2026-01-20T16:00:00+07:00'),
        },
      ],
    },
    fields: { count: 12, samples: [{ code: 'LV01', name: 'Lĩnh vực LV01' }] },
  },
  personal: ['fullName', 'phone', 'head'],
  // both dossiers of the last four days, and that of 16:00 on the day before
  older: {
    dossiers: [{ version: 1, cursor: { since: '2026-01-16T02:00:00.000Z' }, left: 9 }],
  },
  later: { now: LATER, handlers: oneStopHandlers(LATER) },
}
