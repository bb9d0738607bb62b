import { testConnector } from '@cchc/connector-kit/conformance'
import { nationalHandlers } from '@cchc/portals'
import { nationalDvc } from '../src/index.ts'
import { access, manyProcedures } from './portal.ts'

const world = manyProcedures(220)

testConnector(nationalDvc, {
  config: {
    ...access,
    unitCode: world.provinceCode,
    reporting: { since: 2022, until: 2022, pageSize: 4 },
  },
  baseUrl: access.baseUrl,
  handlers: nationalHandlers(world, access),
  now: Date.UTC(2023, 0, 15),
})
