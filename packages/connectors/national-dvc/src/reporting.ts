import {
  type HttpIo,
  type HttpResponse,
  type ListPage,
  pages,
  parseJson,
} from '@cchc/connector-kit'
import { normaliseOrganisationCode, PortalChanged, say } from '@cchc/domain'
import { changedInterface } from './changed-interface.ts'
import type { NationalConfig, ReportingConfig } from './config.ts'
import { type Group, isTree } from './measures.ts'
import type { PortalPeriod } from './periods.ts'
import { isObject, type JsonObject, textOf } from './values.ts'

/** The reporting service of the portal: anonymous, one path a group. */
export interface Reporting {
  readonly rootCode: string
  /** The root's row of service-results. */
  rootRow(period: PortalPeriod): Promise<JsonObject>
  /** The rows of the root and of all below it. */
  rows(group: Exclude<Group, 'service-results'>, query: GroupQuery): Promise<JsonObject[]>
}

export interface GroupQuery {
  readonly period: PortalPeriod
  readonly rootId: string
}

type Body = Readonly<Record<string, string | number>>
type Post = (group: Group, body: Body) => Promise<JsonObject>

const UNIT_TYPE = 'ADMINISTRATIVE_UNIT'

export function createReporting(
  config: NationalConfig,
  settings: ReportingConfig,
  io: HttpIo,
): Reporting {
  const rootCode = settings.rootDepartmentCode ?? rootOf(config.unitCode)
  const post = createPost(config, settings, io)
  return {
    rootCode,
    async rootRow(period) {
      const data = await post('service-results', {
        ...period.query,
        departmentType: UNIT_TYPE,
      })
      const rows = listOf(data.evaluation, 'service-results').filter(isOrganisation)
      const named = rows.filter((row) => organisationCode(row) === rootCode)
      const root = named.find((row) => row.departmentType === UNIT_TYPE) ?? named[0]
      if (root && typeof root.departmentId === 'string') return root
      const values = { group: 'service-results', code: rootCode }
      throw new PortalChanged(say('{group}: the national figures have no row of {code}', values), {
        fix: say('Check reporting.rootDepartmentCode in the configuration.'),
      })
    },
    rows: (group, query) => allPages({ post, group, query, pageSize: settings.pageSize }),
  }
}

function rootOf(unitCode: string): string {
  return (normaliseOrganisationCode(unitCode) ?? unitCode).split('.')[0] ?? unitCode
}

/** Code of a row's organisation in the top-down form; as received where it has none. */
export function organisationCode(row: JsonObject): string {
  const received = textOf(row.departmentCode) ?? ''
  return normaliseOrganisationCode(received) ?? received
}

/** Rows with a `childGroup` are regions and the like. */
function isOrganisation(row: JsonObject): boolean {
  return row.childGroup === null || row.childGroup === undefined
}

function createPost(config: NationalConfig, settings: ReportingConfig, io: HttpIo): Post {
  const base = settings.url ?? config.baseUrl
  const root = `${base.replace(/\/+$/, '')}/${settings.path.replace(/^\/+|\/+$/g, '')}`
  return (group, json) => {
    const request = { method: 'POST', url: `${root}/${group}`, json, accept: [200, 201] } as const
    return io.http.read(request, (answer) => parseData(answer, group))
  }
}

function parseData(response: HttpResponse, group: Group): JsonObject {
  const envelope = parseJson(response)
  if (isObject(envelope) && envelope.code === 'OK' && isObject(envelope.data)) return envelope.data
  throw changedInterface(say('{group}: the reporting service did not answer OK', { group }))
}

interface Paging {
  readonly post: Post
  readonly group: Exclude<Group, 'service-results'>
  readonly query: GroupQuery
  readonly pageSize: number
}

/** The root of a tree comes with each page, outside its list. */
async function allPages({ post, group, query, pageSize }: Paging): Promise<JsonObject[]> {
  const rows = new Map<string, JsonObject>()
  const keep = (listed: readonly JsonObject[]) => {
    for (const row of listed.filter(isOrganisation)) rows.set(organisationCode(row), row)
  }
  const read = pages<JsonObject>({
    name: group,
    by: 'number',
    pageSize,
    identity: (row) => `${textOf(row.departmentId) ?? ''} ${organisationCode(row)}`.trim(),
    fetch: async ({ page, size }) => {
      const body = { ...range(group, query), currentPage: page, pageSize: size }
      const data = await post(group, body)
      keep(rootOfTree(group, data))
      return listPage(group, data)
    },
  })
  for await (const page of read) keep(page.rows)
  return [...rows.values()]
}

/** The trees do not say how many rows they have. */
function listPage(group: Group, data: JsonObject): ListPage<JsonObject> {
  if (isTree(group)) return { rows: listOf(data.children, group) }
  const { total } = isObject(data.pagination) ? data.pagination : {}
  const rows = listOf(data.evaluation, group)
  return /^\d{1,9}$/.test(String(total)) ? { rows, total: Number(total) } : { rows }
}

function range(group: Group, { period, rootId }: GroupQuery): Body {
  if (group !== 'handling-satisfaction') return { ...period.query, rootDepartmentId: rootId }
  return { fromDate: period.from, toDate: period.to, rootDepartmentId: rootId }
}

function rootOfTree(group: Group, data: JsonObject): JsonObject[] {
  if (!isTree(group)) return []
  if (isObject(data.parent)) return [data.parent]
  throw listMissing(group)
}

/** Something else among rows costs no more than itself: it becomes a row that says nothing. */
function listOf(value: unknown, group: Group): JsonObject[] {
  if (!Array.isArray(value)) throw listMissing(group)
  return value.map((row, index) => (isObject(row) ? row : { index }))
}

function listMissing(group: Group): PortalChanged {
  return changedInterface(say('{group}: the national figures have no rows', { group }))
}
