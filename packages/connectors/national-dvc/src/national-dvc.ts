import { defineConnector, type HttpIo, monthlyPayments } from '@cchc/connector-kit'
import { Field, Organisation, PortalFigure, Procedure } from '@cchc/domain'
import { createAdapter } from './adapter.ts'
import { listFields, listOrganisations } from './catalogue.ts'
import { comparison } from './comparison.ts'
import { NationalConfig, type ReportingConfig } from './config.ts'
import { FigureCursor, readFigures } from './figures.ts'
import { petitions, readPayments, readPetitions } from './period-counts.ts'
import { lookUpProcedures, ProcedureCursor, readProcedures, tryProcedures } from './procedures.ts'
import { createReporting } from './reporting.ts'
import { nationalVietnamese } from './vietnamese.ts'

const streams = {
  organisations: {
    entity: 'organisation',
    record: Organisation,
    key: ['code'],
    deletes: 'absence',
  },
  fields: { entity: 'field', record: Field, key: ['code'], deletes: 'absence' },
  procedures: {
    entity: 'procedure',
    record: Procedure,
    key: ['code'],
    cursor: ProcedureCursor,
    deletes: 'absence',
  },
  figures: {
    entity: 'portal-figure',
    record: PortalFigure,
    key: ['organisationCode', 'from', 'to', 'measure'],
    cursor: FigureCursor,
    deletes: 'never',
  },
  petitions,
  payments: monthlyPayments,
} as const

/** The national public-service portal: catalogues by its adapter, figures by its reporting service. It only reads. */
export const nationalDvc = defineConnector({
  kind: 'http',
  id: 'national-dvc',
  version: '0.1.0',
  title: 'Cổng Dịch vụ công quốc gia',
  config: NationalConfig,
  streams,
  phrases: { vi: nationalVietnamese },
  compares: [comparison],
  hosts: ({ reporting, relay }) => [
    ...(reporting === false ? [] : hostsOf(reporting.url)),
    ...(relay === false ? [] : hostsOf(relay.login?.tokenUrl)),
  ],
  open(config, io) {
    const adapter = createAdapter(config, io)
    const source = { adapter, log: io.log, pageSize: config.adapter.pageSize }
    const since = config.reporting === false ? {} : { since: `${config.reporting.since}-01-01` }
    return {
      organisations: { read: () => onePage(() => listOrganisations(adapter, config.levels)) },
      fields: { read: () => onePage(() => listFields(adapter)) },
      procedures: {
        read: ({ cursor }) => readProcedures(source, cursor),
        lookup: (keys) => lookUpProcedures(source, keys),
        check: () => tryProcedures(source),
      },
      figures: { ...since, read: (request) => reported(config, io, readFigures, request) },
      petitions: { ...since, read: (request) => reported(config, io, readPetitions, request) },
      payments: { ...since, read: (request) => reported(config, io, readPayments, request) },
    }
  },
  async check(config, io) {
    await listFields(createAdapter(config, io))
  },
})

function hostsOf(url: string | undefined): string[] {
  return url === undefined ? [] : [new URL(url).host]
}

async function* onePage<T>(list: () => Promise<readonly T[]>) {
  const records = await list()
  yield { records, cursor: undefined, expected: records.length }
}

interface ReportingSource {
  readonly reporting: ReturnType<typeof createReporting>
  readonly settings: ReportingConfig
  readonly io: HttpIo
}

/** What a reader of the reporting service gives; nothing where the configuration leaves it out. */
async function* reported<R, P>(
  config: NationalConfig,
  io: HttpIo,
  read: (source: ReportingSource, request: R) => AsyncIterable<P>,
  request: R,
): AsyncGenerator<P, void, undefined> {
  const settings = config.reporting
  if (settings === false) return
  yield* read({ reporting: createReporting(config, settings, io), settings, io }, request)
}
