import { defineConnector } from '@cchc/connector-kit'
import { SpreadsheetConfig } from './config.ts'
import { organisations, readOrganisations } from './organisations.ts'
import { counts, readCounts } from './read-counts.ts'
import { dossiers, lookupDossiers, readDossiers } from './read-dossiers.ts'
import { fields, readFields } from './read-fields.ts'
import { listFiles, ReadFolder } from './read-folder.ts'
import { spreadsheetVietnamese } from './vietnamese.ts'

/** Exports in a folder: lists of dossiers and Forms II.06a, 07a/BTP, for offices whose portal cannot be asked. */
export const spreadsheet = defineConnector({
  kind: 'files',
  id: 'spreadsheet',
  version: '0.1.0',
  title: 'Tệp kết xuất (bảng tính)',
  config: SpreadsheetConfig,
  streams: { organisations, dossiers, counts, fields },
  phrases: { vi: spreadsheetVietnamese },
  open: (config, io) => {
    const folder = new ReadFolder(config, io)
    return {
      organisations: { read: () => readOrganisations(config), check: async () => undefined },
      dossiers: {
        read: (request) => readDossiers(folder, request),
        lookup: (keys) => lookupDossiers(folder, keys),
        check: async () => void (await listFiles(io, config)),
      },
      counts: {
        read: (request) => readCounts(folder, request),
        check: async () => void (await listFiles(io, config)),
      },
      fields: { read: (request) => readFields(folder, request), check: async () => undefined },
    }
  },
  check: async (config, io) => void (await listFiles(io, config)),
})
