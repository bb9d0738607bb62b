import { defineConnector } from '@cchc/connector-kit'
import { dayNumberOf, dayText } from '@cchc/domain'
import { SpreadsheetConfig } from './config.ts'
import { organisations, readOrganisations } from './organisations.ts'
import { counts, readCounts } from './read-counts.ts'
import { dossiers, lookupDossiers, readDossiers } from './read-dossiers.ts'
import { listFiles } from './read-folder.ts'
import { spreadsheetVietnamese } from './vietnamese.ts'

/** Exports in a folder: lists of dossiers and Forms II.06a, 07a/BTP, for offices whose portal cannot be asked. */
export const spreadsheet = defineConnector({
  kind: 'files',
  id: 'spreadsheet',
  version: '0.1.0',
  title: 'Tệp kết xuất (bảng tính)',
  config: SpreadsheetConfig,
  streams: { organisations, dossiers, counts },
  phrases: { vi: spreadsheetVietnamese },
  open: (config, io) => {
    const context = { config, io }
    return {
      organisations: { read: () => readOrganisations(config), check: async () => undefined },
      dossiers: {
        // Without a first day nobody knows of which days the lists hold all: of those to come alone.
        since: config.since ?? dayText(dayNumberOf(io.now()) + 1),
        openBefore: true,
        read: (request) => readDossiers(context, request),
        lookup: (keys) => lookupDossiers(context, keys),
        check: async () => void (await listFiles(io, config)),
      },
      counts: {
        read: (request) => readCounts(context, request),
        check: async () => void (await listFiles(io, config)),
      },
    }
  },
  check: async (config, io) => void (await listFiles(io, config)),
})
