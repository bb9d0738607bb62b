import { agencyObjectId, levelIds, STATUSES_TO_NAME, TOKEN_PATH } from '@cchc/portals'
import type { z } from 'zod'
import type { IgateConfig } from '../src/config.ts'

/** How the simulated iGate is reached. */
export const access = {
  baseUrl: 'http://igate.test',
  loginUrl: 'http://sso.test',
  clientId: 'web-onegate',
  clientSecret: 'client-s3cret',
  username: 'cchc',
  password: 's3cret-pass',
}

/** A user of a public client. */
export const login = {
  tokenUrl: access.loginUrl + TOKEN_PATH,
  clientId: access.clientId,
  username: access.username,
  password: access.password,
}

/** What a province writes of its deployment: statuses beside the known ones, ids of levels. */
const deployment: Pick<z.input<typeof IgateConfig>, 'statuses' | 'statistics'> = {
  statuses: STATUSES_TO_NAME,
  statistics: {
    agencyId: agencyObjectId('H99'),
    agencyLevels: levelIds('H99').agency,
    procedureLevels: levelIds('H99').procedure,
  },
}

/** A configuration that is good for the simulated iGate. */
export const config = {
  baseUrl: access.baseUrl,
  login,
  since: '2021-09-01',
  ...deployment,
}
