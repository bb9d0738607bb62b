import { defineConnector, HttpSource } from '@cchc/connector-kit'
import { Field, PortalDenied, say } from '@cchc/domain'
import { z } from 'zod'

/** A connector as an office may have of its own; its portal refuses everybody. */
export const cityPortal = defineConnector({
  kind: 'http',
  id: 'city-portal',
  version: '1.2.3',
  title: 'Hệ thống một cửa thành phố',
  config: HttpSource.extend({ token: z.string().meta({ secret: true }) }),
  streams: { fields: { entity: 'field', record: Field, key: ['code'], deletes: 'absence' } },
  phrases: { vi: { 'the city does not know us': 'thành phố không biết chúng ta' } },
  open: () => ({ fields: { read: refused } }),
  check: async () => void (await refused().next()),
})

// biome-ignore lint/correctness/useYield: it never comes to a page
async function* refused() {
  throw new PortalDenied(say('the city does not know us'))
}
