import {
  fieldAt,
  looseText,
  mapEach,
  type Page,
  type Row,
  type StreamSpec,
  text,
} from '@cchc/connector-kit'
import {
  normaliseOrganisationCode,
  normaliseServiceLevel,
  Organisation,
  organisationLevel,
  Procedure,
  parentOrganisationCode,
  parseProcedureCode,
} from '@cchc/domain'
import type { Query } from './client.ts'
import type { IgateConfig } from './config.ts'
import { agencyCode } from './map-dossier.ts'
import { nameIn } from './names.ts'
import type { Searched } from './search.ts'
import { springList } from './spring-list.ts'

/** The agencies of the system. */
export const organisations = {
  entity: 'organisation',
  record: Organisation,
  key: ['code'],
  deletes: 'absence',
} satisfies StreamSpec

/** The procedures that citizens can apply for. */
export const procedures = {
  entity: 'procedure',
  record: Procedure,
  key: ['code'],
  deletes: 'absence',
} satisfies StreamSpec

interface Listed {
  readonly name: string
  readonly path: string
  readonly query: Query
}

/** All rows of a list that is small enough to be held. */
async function allRows({ client, config }: Searched, list: Listed): Promise<Row[]> {
  const rows: Row[] = []
  const { pageSize } = config
  for await (const page of springList(client, { ...list, pageSize })) rows.push(...page.rows)
  return rows
}

/** The agency of the configuration with all below it, by id, code and name. */
export function agencyRows(searched: Searched): Promise<Row[]> {
  const { agencyId } = searched.config
  return allRows(searched, {
    name: 'agencies',
    path: 'ba/agency/name+code',
    query: agencyId === undefined ? {} : { 'ancestor-id': agencyId },
  })
}

/** Agencies under the top-down form of their codes; who stands above whom follows from the codes. */
export async function* readOrganisations(
  searched: Searched,
): AsyncGenerator<Page<typeof organisations>, void, undefined> {
  const rows = await agencyRows(searched)
  const { config } = searched
  const known = (row: Row) => ({ code: normaliseOrganisationCode(looseText(row.code)) })
  const { mapped, unreadable } = mapEach(rows, (row) => organisation(row, config), known)
  yield { records: [...onceEach(mapped), ...unreadable], cursor: undefined }
}

function organisation(row: Row, config: IgateConfig): Organisation {
  const code = agencyCode(row, config)
  const name = nameIn(row.name)
  return {
    code,
    name,
    level: config.levels[code] ?? organisationLevel(code, name),
    parentCode: parentOrganisationCode(code) ?? null,
    validFrom: null,
    validTo: null,
  }
}

/** Procedures under their national codes; several with one code (with and without a suffix) become one. */
export async function* readProcedures(
  searched: Searched,
): AsyncGenerator<Page<typeof procedures>, void, undefined> {
  const rows = await allRows(searched, {
    name: 'procedures',
    path: searched.config.proceduresPath,
    query: {},
  })
  const known = (row: Row) => ({ code: parseProcedureCode(looseText(row.code))?.code })
  const { mapped, unreadable } = mapEach(rows, procedure, known)
  yield { records: [...onceEach(mapped), ...unreadable], cursor: undefined }
}

function procedure(row: Row): Procedure {
  const received = text(row.code)
  const parts = parseProcedureCode(received)
  const levelReceived = nameIn(fieldAt(row, 'procedureLevel', 'name'))
  const level = normaliseServiceLevel(levelReceived)
  return {
    code: parts?.code ?? received,
    variantOf: parts?.organisationCode ?? null,
    name: nameIn(row.translate ?? row.name).trim(),
    fieldCode: text(fieldAt(row, 'sector', 'code')) || null,
    fieldName: nameIn(fieldAt(row, 'sector', 'name')).trim() || null,
    levels: [],
    services: level === null ? null : [{ organisationCode: null, level, levelReceived }],
    interlinked: null,
    fees: null,
    onlinePayment: null,
    publishedNationally: null,
    inForce: true,
  }
}

/** Records without a code are kept all, so that each is refused. */
function onceEach<T extends { readonly code: string }>(mapped: readonly T[]): T[] {
  const byCode = Map.groupBy(mapped, ({ code }) => code)
  return [...byCode].flatMap(([code, same]) => (code === '' ? same : same.slice(0, 1)))
}
