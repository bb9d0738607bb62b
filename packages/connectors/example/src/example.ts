import { defineConnector } from '@cchc/connector-kit'
import { Dossier, Field } from '@cchc/domain'
import { openPortal } from './client.ts'
import { ExampleConfig } from './config.ts'
import { DossierCursor, lookUpDossiers, readDossiers } from './dossiers.ts'
import { readFields } from './fields.ts'
import { vietnamese } from './vietnamese.ts'

/** A one-stop system with an interface in JSON: what it is, and how each of its streams is read. */
export const example = defineConnector({
  kind: 'http',
  id: 'example',
  version: '0.1.0',
  title: 'Hệ thống một cửa mẫu',
  config: ExampleConfig,
  streams: {
    fields: { entity: 'field', record: Field, key: ['code'], deletes: 'absence' },
    dossiers: {
      entity: 'dossier',
      record: Dossier,
      key: ['code'],
      cursor: DossierCursor,
      deletes: 'pages',
      quiet: 'usual',
    },
  },
  phrases: { vi: vietnamese },
  open: (config, io) => {
    const portal = openPortal(config, io)
    return {
      fields: { read: () => readFields(portal) },
      dossiers: {
        read: ({ cursor }) => readDossiers(portal, cursor),
        lookup: (keys) => lookUpDossiers(portal, keys),
      },
    }
  },
  check: async (config, io) => void (await readFields(openPortal(config, io)).next()),
})
