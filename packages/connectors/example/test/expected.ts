import type { Dossier } from '@cchc/domain'
import { BASE_URL, LOGIN } from './portal.ts'

/** How the portal is reached, and when it is read. */
export const CONFIG = { baseUrl: BASE_URL, ...LOGIN }
export const TENTH = Date.parse('2023-01-10T12:00:00+07:00')
export const FIVE_DAYS_LATER = Date.parse('2023-01-15T12:00:00+07:00')

/** A dossier as it is to be stored, written down by hand from what the portal shows. */
export const STORED_BIRTH: Dossier = {
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
}
