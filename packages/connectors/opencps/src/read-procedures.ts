import {
  isRow,
  looseText,
  mapEach,
  type Page,
  type PagePlace,
  pages,
  type Row,
  type StreamSpec,
  text,
  UnreadableField,
} from '@cchc/connector-kit'
import {
  normaliseOrganisationCode,
  normaliseServiceLevel,
  Procedure,
  parseProcedureCode,
  say,
} from '@cchc/domain'
import { identityOf, type OpenCpsClient } from './client.ts'
import type { OpenCpsConfig } from './config.ts'
import { plainText, readFees } from './fees.ts'

/** The services of the system, one record for each procedure. */
export const procedures = {
  entity: 'procedure',
  record: Procedure,
  key: ['code'],
  deletes: 'absence',
} satisfies StreamSpec

type Services = NonNullable<Procedure['services']>

const FIELDS = new Set([
  'serviceInfoId',
  'serviceCode',
  'serviceCodeDVCQG',
  'serviceName',
  'domainCode',
  'domainName',
  'feeText',
  'maxLevel',
  'active',
])
const LIST = { name: 'serviceConfigs', fields: new Set(['govAgencyCode', 'serviceLevel']) }

/**
 * Reads the whole catalogue. A system may hold one procedure several times, with and without the suffix of a province
 * or a case: those become one record with the services of all.
 */
export async function* readProcedures(
  client: OpenCpsClient,
  config: OpenCpsConfig,
): AsyncGenerator<Page<typeof procedures>, void, undefined> {
  const byCode = new Map<string, Procedure>()
  const read = pages<Row>({
    name: 'services',
    by: 'offset',
    pageSize: config.pageSize,
    identity: (row) => identityOf(row, 'serviceInfoId', 'serviceCode'),
    fetch: (place) => fetchServices(client, place),
  })
  const refused: Procedure[] = []
  for await (const { rows } of read) {
    const { mapped, unreadable } = mapEach(rows, mapProcedure, knownOfProcedure)
    refused.push(...unreadable)
    for (const procedure of mapped) {
      if (parseProcedureCode(procedure.code) === undefined) refused.push(procedure)
      else byCode.set(procedure.code, merge(byCode.get(procedure.code), procedure))
    }
  }
  const records = [...byCode.values(), ...refused]
  for (let start = 0; start < records.length; start += config.pageSize) {
    const page = records.slice(start, start + config.pageSize)
    yield { records: page, cursor: undefined, expected: records.length }
  }
}

/** One service: enough to know that they can be read. */
export async function tryProcedures(client: OpenCpsClient): Promise<void> {
  await fetchServices(client, { start: 0, end: 1 })
}

function fetchServices(client: OpenCpsClient, { start, end }: Pick<PagePlace, 'start' | 'end'>) {
  return client.list({
    path: 'serviceinfos',
    query: { level: 0, start, end, sort: 'serviceCode', order: 'false' },
    fields: { fields: FIELDS, list: LIST },
  })
}

function knownOfProcedure(row: Row) {
  const received = looseText(row.serviceCodeDVCQG) || looseText(row.serviceCode)
  return { code: parseProcedureCode(received)?.code }
}

/** Maps a row; a code that cannot be read stays as it is, so that the schema refuses it with a reason. */
export function mapProcedure(row: Row): Procedure {
  const received = text(row.serviceCodeDVCQG) || text(row.serviceCode)
  const parts = parseProcedureCode(received)
  return {
    code: parts?.code ?? received,
    variantOf: parts?.organisationCode ?? null,
    name: plainText(text(row.serviceName)),
    fieldCode: text(row.domainCode) || null,
    fieldName: plainText(text(row.domainName)) || null,
    levels: [],
    services: services(row),
    interlinked: null,
    fees: readFees(text(row.feeText)),
    onlinePayment: null,
    publishedNationally: null,
    inForce: !['false', '0'].includes(text(row.active)),
  }
}

/** One entry for each agency; where a system lists none, the highest level of the service stands for all. */
function services(row: Row): Services | null {
  const configs = [row.serviceConfigs ?? []].flat()
  if (!configs.every(isRow)) {
    throw new UnreadableField(say('holds a list of something other than objects'))
  }
  const listed = configs.flatMap((config) => service(config.serviceLevel, config.govAgencyCode))
  const known = listed.length > 0 ? listed : service(row.maxLevel, undefined)
  return known.length > 0 ? known : null
}

function service(level: unknown, agency: unknown): Services {
  const levelReceived = text(level)
  const normalised = normaliseServiceLevel(levelReceived)
  if (normalised === null) return []
  const organisationCode = normaliseOrganisationCode(text(agency)) ?? null
  return [{ organisationCode, level: normalised, levelReceived }]
}

function merge(known: Procedure | undefined, added: Procedure): Procedure {
  if (known === undefined) return added
  return {
    ...known,
    variantOf: known.variantOf === null || added.variantOf === null ? null : known.variantOf,
    services:
      known.services && added.services
        ? known.services.concat(added.services)
        : (known.services ?? added.services),
    inForce: known.inForce || added.inForce,
  }
}
