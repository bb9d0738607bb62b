import { Problem } from '@cchc/hub/questions/problem'
import { z } from 'zod'
import type { Route } from './route.ts'
import { FILE_TYPES, FORM } from './uploading/upload.ts'

type Json = Readonly<Record<string, unknown>>

/** Schemas with an id of their own, by it. */
type Components = Record<string, unknown>

/** The API as an OpenAPI 3.1 document. */
export function openApiDocument(routes: readonly Route[]): Json {
  const schemas: Components = {}
  const byPath = [...Map.groupBy(routes, ({ path }) => path)]
  const paths = byPath.map(([path, own]) => {
    return [path, Object.fromEntries(own.map((one) => [one.method, operation(one, schemas)]))]
  })
  const securitySchemes = {
    key: {
      type: 'http',
      scheme: 'bearer',
      description:
        'A key of `cchc keys create`, or a token of the configured issuer; none is needed on this machine as long as there is neither.',
    },
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'CCHC Hub',
      version: '1',
      description: 'Figures for administrative-reform reports (báo cáo CCHC), from the portals.',
    },
    components: { schemas, securitySchemes },
    paths: Object.fromEntries(paths),
  }
}

const REASONS = {
  400: 'The request is wrong; every fault is named',
  401: 'An API key is needed',
  403: 'The key does not allow it, or not for that organisation',
  404: 'No such thing; near ones are named',
  429: 'Too often within a minute, or wrong keys from there; Retry-After says when',
  503: 'The database cannot be used, or too much is being asked',
  504: 'It takes too long',
} as const

/** Of what changes something. */
const REASONS_OF_CHANGES = {
  409: 'Something else is going on there, or was done there meanwhile',
  413: 'The body is too large',
} as const

const REASONS_OF_BODIES = {
  415: 'The body is not said to be JSON',
} as const

const REASONS_OF_FILES = {
  415: 'The body is no form with files, and no file of a known media type',
  422: 'The file cannot be read, or what it holds cannot be used; every fault is named',
} as const

const REASONS_OF_KEYS = {
  422: 'The Idempotency-Key was sent with another body before',
} as const

function operation(route: Route, schemas: Components): Json {
  const { tag, scope, summary, description, params, headers, body, uploads, answer } = route
  const query = uploads ? withoutPerson(route.query) : route.query
  const content = contentOf(route, schemas)
  const ok = { description: answer.meta()?.description ?? summary, content }
  return {
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    security: scope === 'anyone' ? [] : [{ key: scope === 'source' ? [] : [scope] }],
    parameters: [
      ...parametersOf(params, { schemas, place: 'path' }),
      ...parametersOf(query, { schemas, place: 'query' }),
      ...(headers ? parametersOf(headers, { schemas, place: 'header' }) : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: jsonOf(withoutPerson(body), { schemas, io: 'input' }),
      },
    }),
    ...(uploads && { requestBody: { required: true, content: filesOf(route) } }),
    responses: { [route.status ?? 200]: ok, ...(route.always ? {} : others(route, schemas)) },
  }
}

function contentOf({ answer, streams, files = [] }: Route, schemas: Components): Json {
  const ofStream = (type: string) =>
    type === LINES_OF_JSON ? schemaOf(answer, { schemas, io: 'output' }) : { type: 'string' }
  if (streams) return Object.fromEntries(streams.map((type) => [type, { schema: ofStream(type) }]))
  return {
    ...jsonOf(answer, { schemas, io: 'output' }),
    ...Object.fromEntries(files.map((type) => [type, { schema: FILE }])),
  }
}

/** Its schema is that of each line. */
const LINES_OF_JSON = 'application/x-ndjson'

/** A key says who enters. */
function withoutPerson(body: z.ZodObject): z.ZodObject {
  return 'by' in body.shape ? body.partial({ by: true }) : body
}

const FILE = { type: 'string', format: 'binary' }

/** A form with a part for each file, or the first one alone. */
function filesOf({ uploads = [], severalFiles = [] }: Route): Json {
  const files = { type: 'array', items: FILE }
  const schemaOfPart = (name: string) => (severalFiles.includes(name) ? files : FILE)
  const properties = Object.fromEntries(uploads.map((name) => [name, schemaOfPart(name)]))
  const required = uploads.slice(0, 1).filter((name) => !severalFiles.includes(name))
  const form = { type: 'object', properties, ...(required.length > 0 && { required }) }
  return {
    [FORM]: { schema: form },
    ...Object.fromEntries(FILE_TYPES.map((type) => [type, { schema: FILE }])),
  }
}

const UNCHANGED = {
  304: { description: 'The client has this answer: its tag is in If-None-Match' },
}

const OVER = {
  204: { description: 'The client has everything: Last-Event-ID is that of the end' },
}

function others(route: Route, schemas: Components): Json {
  const isFollowed = route.streams?.includes('text/event-stream')
  const ofGet = isFollowed ? OVER : route.streams ? {} : UNCHANGED
  return { ...(route.method === 'get' ? ofGet : {}), ...problems(route, schemas) }
}

function problems({ method, headers, body, uploads }: Route, schemas: Components): Json {
  const schema = schemaOf(Problem, { schemas, io: 'output' })
  const content = { 'application/problem+json': { schema } }
  const ofKeys = headers ? REASONS_OF_KEYS : {}
  const ofChanges = method === 'get' ? {} : { ...REASONS_OF_CHANGES, ...ofKeys }
  const ofBodies = { ...(body && REASONS_OF_BODIES), ...(uploads && REASONS_OF_FILES) }
  const reasons = { ...REASONS, ...ofChanges, ...ofBodies }
  return Object.fromEntries(
    Object.entries(reasons).map(([status, description]) => [status, { description, content }]),
  )
}

interface Written {
  readonly schemas: Components
  readonly io: 'input' | 'output'
}

function jsonOf(schema: z.ZodType, how: Written): Json {
  return { 'application/json': { schema: schemaOf(schema, how) } }
}

function parametersOf(
  { shape }: z.ZodObject,
  { schemas, place }: { readonly schemas: Components; readonly place: 'path' | 'query' | 'header' },
): readonly Json[] {
  return Object.entries(shape).map(([name, one]) => {
    const { description, ...schema } = schemaOf(one as z.ZodType, { schemas, io: 'input' })
    const required = !(one as z.ZodType).safeParse(undefined).success
    return { name, in: place, required, ...(description ? { description } : {}), schema }
  })
}

/** A schema as JSON Schema; those that it names by their ids are put among the components. */
function schemaOf(schema: z.ZodType, { schemas, io }: Written): Json {
  const made = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => readable(jsonSchema) })
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/')
  const { $schema: _, $defs = {}, ...own } = JSON.parse(text)
  Object.assign(schemas, $defs)
  return own
}

/** Leaves out what readers of an API need not know: help of the command line, bounds of whole numbers, closed objects. */
function readable(schema: Record<string, unknown>): void {
  for (const name of ['vi', 'placeholder', 'wrong', 'id']) delete schema[name]
  if (schema.additionalProperties === false) delete schema.additionalProperties
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.format === 'date') delete schema.pattern
}
