import { defineConnector } from '@cchc/connector-kit'
import { Dossier } from '@cchc/domain'
import { openPortal } from '../../src/client.ts'
import { ExampleConfig } from '../../src/config.ts'
import { vietnamese } from '../../src/vietnamese.ts'
import { readByWindows, WindowCursor, windowsOf } from './dossiers.ts'

/** A portal that numbers nothing: it is asked by days of reception at first, and by days of change later. */
export const windows = defineConnector({
  kind: 'http',
  id: 'windows',
  version: '0.1.0',
  title: 'Hệ thống một cửa mẫu, đọc theo ngày',
  config: ExampleConfig,
  streams: {
    dossiers: {
      entity: 'dossier',
      record: Dossier,
      key: ['code'],
      cursor: WindowCursor,
      deletes: 'pages',
    },
  },
  phrases: { vi: vietnamese },
  open: (config, io) => {
    const portal = openPortal(config, io)
    return {
      dossiers: {
        read: (request) => readByWindows(portal, io.now(), request),
        windows: windowsOf(portal, io.now),
      },
    }
  },
  check: async (config, io) =>
    void (await readByWindows(openPortal(config, io), io.now(), { cursor: undefined }).next()),
})
