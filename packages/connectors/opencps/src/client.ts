import { createHash } from 'node:crypto'
import {
  basicLogin,
  decodeFields,
  type HttpIo,
  type HttpResponse,
  isRow,
  LONGEST_TEXT,
  looseText,
  type PiecewiseBody,
  parsedWhole,
  parseJson,
  parseJsonPieces,
  parseXmlDocument,
  type Row,
  readXmlRecords,
  rowsIn,
  type XmlFields,
} from '@cchc/connector-kit'
import {
  type AppError,
  type Message,
  PortalChanged,
  PortalDenied,
  PortalUnavailable,
  say,
} from '@cchc/domain'
import type { OpenCpsConfig } from './config.ts'

/** Rows `start` to `end` of a list and how many rows it has in all. */
export interface RowPage {
  readonly total: number
  readonly rows: readonly Row[]
}

export type Query = Readonly<Record<string, string | number>>

export interface ListRequest {
  readonly path: 'dossiers' | 'serviceinfos'
  readonly query: Query
  readonly fields: XmlFields
}

interface PageRequest {
  readonly url: string
  readonly query: Query
  readonly format: 'xml' | 'json'
  readonly read: PageReader
}

/** OpenCPS answers these with a body of its own that says what is meant. */
const ACCEPTED = [200, 203, 401, 403, 406]

/** Speaks with one OpenCPS. */
export interface OpenCpsClient {
  list(request: ListRequest): Promise<RowPage>
  /** The statistics module, which knows JSON only. */
  statistics(query: Query): Promise<RowPage>
}

/** Builds the client; the password leaves it only as the Authorization header. */
export function createClient(config: OpenCpsConfig, io: Pick<HttpIo, 'http'>): OpenCpsClient {
  const http = basicLogin(config, io)
  const get = ({ url, query, format, read }: PageRequest) => {
    const request = {
      as: 'pieces' as const,
      url: new URL(url, directory(config.baseUrl)).href,
      query,
      headers: { groupId: config.groupId, Accept: `application/${format}` },
      accept: ACCEPTED,
    }
    return http.read(request, (response) => {
      const error = failureOf(response)
      if (error) throw error
      return read(response)
    })
  }
  return {
    list: ({ path, query, fields }) => {
      const read: PageReader =
        config.format === 'xml'
          ? ({ body }) => xmlPage(body, fields)
          : ({ body }) => jsonPage(body, fields)
      return get({ url: `o/rest/v2/${path}`, query, format: config.format, read })
    },
    statistics: (query) =>
      get({ url: 'o/rest/statistics', query, format: 'json', read: ({ body }) => jsonPage(body) }),
  }
}

type PageReader = (response: HttpResponse<'pieces'>) => RowPage

function directory(baseUrl: string): string {
  return baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`
}

function failureOf(response: HttpResponse<'pieces'>): AppError | undefined {
  if (response.status === 200) return undefined
  if (response.status === 203) {
    return new PortalDenied(say('OpenCPS does not know the user (HTTP 203)'), {
      login: true,
      fix: say('Check username, password and groupId in the configuration.'),
    })
  }
  if (response.status === 401) {
    return new PortalDenied(say('OpenCPS refuses this to the user (HTTP 401)'), {
      fix: say(
        'Ask the administrator of the one-stop system for the right to read dossiers and services.',
      ),
    })
  }
  return response.status === 406
    ? statisticsFault(response.body.whole)
    : serverFault(response.body.whole)
}

/** OpenCPS reports its own faults as 403 with an envelope; a 403 without one comes from something in front of it. */
function serverFault(body: string): AppError {
  const { code, isRefusal } = envelope(body)
  if (code !== undefined && isRefusal) {
    return new PortalDenied(
      say('OpenCPS does not know the site or refuses it to the user (HTTP 403)'),
      {
        fix: say('Check groupId in the configuration, and the rights of the user on that site.'),
      },
    )
  }
  if (code === undefined) {
    return new PortalDenied(say('access to OpenCPS is forbidden (HTTP 403)'), {
      fix: say(
        'Check that this machine may reach the one-stop system, and the rights of the user.',
      ),
    })
  }
  return new PortalUnavailable(say('OpenCPS reports a fault of its own (HTTP 403)'), {
    fix: say('Run again later; if it stays, the log of the one-stop system tells more.'),
  })
}

function statisticsFault(body: string): AppError {
  const { faultCode } = envelope(body)
  if (faultCode === '400') {
    return new PortalChanged(
      say('the statistics of OpenCPS refuse the question (HTTP 406, fault 400)'),
      {
        fix: say('The version of OpenCPS may differ from those that are known.'),
      },
    )
  }
  return new PortalUnavailable(say('the statistics of OpenCPS report a fault (HTTP 406)'), {
    fix: say('Run again later; if it stays, the log of the one-stop system tells more.'),
  })
}

interface Envelope {
  readonly code: string | undefined
  readonly faultCode: string | undefined
  readonly isRefusal: boolean
}

const REFUSALS = /NoSuchGroupException|PrincipalException|MustHavePermission/

/** Nothing but codes leaves an error: its description is the text of an exception and may quote people's data. */
function envelope(body: string): Envelope {
  const found = envelopeFields(body) ?? {}
  return {
    code: found.code === undefined ? undefined : looseText(found.code),
    faultCode: found.faultCode === undefined ? undefined : looseText(found.faultCode),
    isRefusal: REFUSALS.test(looseText(found.description).slice(0, LONGEST_TEXT)),
  }
}

function envelopeFields(body: string): Row | undefined {
  try {
    const isXml = body.trimStart().startsWith('<')
    const document = isXml ? Object.values(parseXmlDocument(body))[0] : parseJson({ body })
    return isRow(document) ? document : undefined
  } catch {
    return undefined
  }
}

function xmlPage(body: PiecewiseBody, fields: XmlFields): RowPage {
  const { total, records, lists } = readXmlRecords(body, fields)
  const { list } = fields
  const rows = list
    ? records.map((row, i) => Object.assign(row, { [list.name]: lists[i] ?? [] }))
    : records
  return { total: total ?? missingTotal(), rows }
}

function jsonPage(body: PiecewiseBody, fields?: XmlFields): RowPage {
  const kept = fields?.list ? undefined : fields?.fields
  const { document, decode } = kept ? parseJsonPieces(body) : parsedWhole(body)
  if (!isRow(document)) throw unknownShape(say('the answer of OpenCPS is not an object'))
  const total = looseText(document.total).trim()
  if (!/^\d{1,12}$/.test(total)) return missingTotal()
  const rows = rowsIn(document.data ?? [])
  if (rows === undefined) throw unknownShape(say('the answer of OpenCPS holds no list of records'))
  if (kept) for (const row of rows) decodeFields(row, kept, decode)
  return { total: Number(total), rows }
}

function missingTotal(): never {
  throw unknownShape(say('the answer of OpenCPS states no total'))
}

function unknownShape(message: Message): PortalChanged {
  return new PortalChanged(message, {
    fix: say('Check the base URL; the version of OpenCPS may differ from those that are known.'),
  })
}

/** What tells a row from others: the first of the fields that is stated, or else all that it holds, as a digest. */
export function identityOf(row: Row, ...names: readonly string[]): string {
  const stated = names.map((name) => looseText(row[name])).find((value) => value !== '')
  return stated ?? createHash('sha1').update(JSON.stringify(row)).digest('base64url')
}
