import { defineConnector, firstOfMonth, monthlyFigures, readAhead } from '@cchc/connector-kit'
import { createClient } from './client.ts'
import { comparison } from './comparison.ts'
import { OpenCpsConfig } from './config.ts'
import {
  dossiers,
  dossierWindows,
  lookupDossiers,
  readDossiers,
  tryDossiers,
} from './read-dossiers.ts'
import { readFigures } from './read-figures.ts'
import { procedures, readProcedures, tryProcedures } from './read-procedures.ts'
import { openCpsVietnamese } from './vietnamese.ts'

/** OpenCPS, the open-source provincial one-stop system (một cửa điện tử), over its REST interface. */
export const openCps = defineConnector({
  kind: 'http',
  id: 'opencps',
  version: '0.1.0',
  title: 'Hệ thống một cửa điện tử OpenCPS',
  config: OpenCpsConfig,
  streams: { procedures, dossiers, figures: monthlyFigures },
  phrases: { vi: openCpsVietnamese },
  compares: [comparison],
  open: (config, io) => {
    const client = createClient(config, io)
    const searched = { client, config }
    const context = { ...searched, io }
    return {
      procedures: {
        read: () => readProcedures(client, config),
        check: () => tryProcedures(client),
      },
      dossiers: {
        since: config.since,
        openBefore: true,
        read: (request) => readAhead(readDossiers(context, request)),
        lookup: (keys) => lookupDossiers(searched, keys),
        windows: dossierWindows(context),
        check: () => tryDossiers(searched),
      },
      figures: {
        since: firstOfMonth(config.since),
        read: (request) => readAhead(readFigures(context, request)),
      },
    }
  },
  check: (config, io) => tryDossiers({ client: createClient(config, io), config }),
})
