import { testConnector } from '@cchc/connector-kit/conformance'
import { openCpsHandlers, smallWorld } from '@cchc/portals'
import { openCps } from '../src/index.ts'

const access = {
  baseUrl: 'http://opencps.test',
  username: 'cchc',
  password: 's3cret-pass',
  groupId: '55301',
}

testConnector(openCps, {
  baseUrl: access.baseUrl,
  config: { ...access, since: '2021-09-01', pageSize: 9, windowDays: 20 },
  handlers: openCpsHandlers(smallWorld({ dossiers: 150 }), access),
  now: Date.UTC(2022, 11, 31, 3),
})
