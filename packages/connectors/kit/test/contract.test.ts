import { Field, inWords } from '@cchc/domain'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  CONTRACT_VERSION,
  contractFault,
  defineConnector,
  FilesSource,
  HttpSource,
  PushSource,
} from '../src/index.ts'

const facts = {
  id: 'city',
  version: '1.0.0',
  title: 'Cổng thành phố',
  streams: { fields: { entity: 'field', record: Field, key: ['code'], deletes: 'never' } },
} as const

const nothing = async function* () {}

test('a connector keeps the contract that it was built for', () => {
  const connector = defineConnector({
    ...facts,
    kind: 'http',
    config: HttpSource,
    open: () => ({ fields: { read: nothing } }),
    check: async () => undefined,
  })
  expect(connector.contract).toBe(CONTRACT_VERSION)
  expect(contractFault(connector)).toBeUndefined()
})

test.each([
  [undefined, 'version 1 of', 'install a newer version of the connector'],
  [1, 'version 1 of', 'install a newer version of the connector'],
  [CONTRACT_VERSION + 1, 'version 3 of', 'install a newer CCHC Hub (npm install @cchc/cli@latest)'],
])('built for contract %s it is told what to install', (contract, found, fix) => {
  const fault = contractFault({ contract: contract as number })
  expect(fault && inWords(fault)).toContain(found)
  expect(fault && inWords(fault)).toContain(fix)
})

test('what a kind has no use for, its connectors cannot name', () => {
  defineConnector({
    ...facts,
    kind: 'files',
    config: FilesSource,
    open(_, io) {
      // @ts-expect-error files alone
      expect(io.http).toBeUndefined()
      return { fields: { read: nothing, check: async () => void (await io.files.list()) } }
    },
    check: async () => undefined,
  })
  defineConnector({
    ...facts,
    kind: 'http',
    config: HttpSource,
    open(_, io) {
      // @ts-expect-error HTTP alone
      expect(io.files).toBeUndefined()
      return { fields: { read: nothing } }
    },
    check: async () => undefined,
  })
  // @ts-expect-error a pushed source is not opened
  defineConnector({ ...facts, kind: 'push', config: PushSource, open: () => ({}) })
})

test('a configuration holds what its kind is opened with', () => {
  const open = () => ({ fields: { read: nothing } })
  const check = async () => undefined
  // @ts-expect-error without http
  defineConnector({ ...facts, kind: 'http', config: z.object({ baseUrl: z.url() }), open, check })
  // @ts-expect-error without path
  defineConnector({ ...facts, kind: 'files', config: HttpSource, open, check })
  const receive = () => ({ stream: 'fields' as const, records: [] })
  // @ts-expect-error without key
  defineConnector({ ...facts, kind: 'push', config: HttpSource, receive })
})
