import {
  defineConnector,
  firstOfMonth,
  monthlyFigures,
  monthlyPayments,
  readAhead,
} from '@cchc/connector-kit'
import { organisations, procedures, readOrganisations, readProcedures } from './catalogue.ts'
import { createClient, loginHosts } from './client.ts'
import { comparison } from './comparison.ts'
import { IgateConfig } from './config.ts'
import {
  dossiers,
  dossierWindows,
  lookupDossiers,
  readDossiers,
  tryDossiers,
} from './read-dossiers.ts'
import { readFigures } from './read-figures.ts'
import { readPayments } from './read-payments.ts'
import { igateVietnamese } from './vietnamese.ts'

/** VNPT iGate 2, a provincial one-stop system (một cửa điện tử), over the services of its gateway. It only reads. */
export const igate = defineConnector({
  kind: 'http',
  id: 'igate',
  version: '0.1.0',
  title: 'Hệ thống một cửa điện tử VNPT iGate 2',
  config: IgateConfig,
  streams: {
    organisations,
    procedures,
    dossiers,
    figures: monthlyFigures,
    payments: monthlyPayments,
  },
  phrases: { vi: igateVietnamese },
  compares: [comparison],
  hosts: loginHosts,
  open: (config, io) => {
    const context = { client: createClient(config, io), config, io }
    return {
      organisations: { read: () => readOrganisations(context) },
      procedures: { read: () => readProcedures(context) },
      dossiers: {
        since: config.since,
        openBefore: true,
        read: (request) => readAhead(readDossiers(context, request)),
        lookup: (keys) => lookupDossiers(context, keys),
        windows: dossierWindows(context),
        check: () => tryDossiers(context),
      },
      figures: {
        ...(config.statistics !== false && { since: firstOfMonth(config.since) }),
        read: (request) => readAhead(readFigures(context, request)),
      },
      payments: {
        ...(config.statistics !== false && { since: firstOfMonth(config.since) }),
        read: (request) => readAhead(readPayments(context, request)),
      },
    }
  },
  check: (config, io) => tryDossiers({ client: createClient(config, io), config }),
})
