import { Dossier } from '@cchc/domain'
import { expect, test } from 'vitest'
import { defineConnector, type HttpDefinition, HttpSource, type StreamSpec } from '../src/index.ts'

const DOSSIERS = { entity: 'dossier', record: Dossier, key: ['code'], deletes: 'pages' } as const

function portal(dossiers: StreamSpec): HttpDefinition {
  return {
    kind: 'http',
    id: 'city-portal',
    version: '1.0.0',
    title: 'Hệ thống một cửa thành phố',
    config: HttpSource,
    streams: { dossiers },
    open: () => ({ dossiers: { read: async function* () {} } }),
    check: async () => undefined,
  }
}

test('removals of dossiers do not show by their absence from a pass: neither type nor definition lets it', () => {
  // @ts-expect-error such a stream would be read as if it removed nothing
  const wrong: StreamSpec = { ...DOSSIERS, deletes: 'absence' }
  expect(() => defineConnector(portal(wrong))).toThrow(
    "Stream dossiers of connector city-portal says deletes: 'absence'",
  )
  for (const deletes of ['never', 'pages'] as const) {
    expect(defineConnector(portal({ ...DOSSIERS, deletes })).id).toBe('city-portal')
  }
})
