import { z } from 'zod'
import { Problem } from './problem.ts'
import type { Route } from './route.ts'

type Json = Readonly<Record<string, unknown>>

const REASONS = {
  400: 'The request is wrong; every fault is named',
  401: 'An API key is needed',
  404: 'No such thing; near ones are named',
  503: 'The database cannot be used',
} as const

/** What there is at which path, as OpenAPI 3.1; schemas with an id are components. */
export function describeRoutes(routes: readonly Route[]): {
  readonly paths: Json
  readonly schemas: Json
} {
  const schemas: Record<string, unknown> = {}
  const paths = Map.groupBy(routes, ({ path }) => path)
  const described = [...paths].map(([path, own]) => {
    return [path, Object.fromEntries(own.map((route) => [route.method, operation(route, schemas)]))]
  })
  return { paths: Object.fromEntries(described), schemas }
}

type Components = Record<string, unknown>

function operation(route: Route, schemas: Components): Json {
  const { tag, summary, description, params, query, body, answer, files = [] } = route
  const content = Object.fromEntries(files.map((type) => [type, { schema: BINARY }]))
  const ok = {
    description: answer.meta()?.description ?? summary,
    content: { ...json(answer, { schemas, io: 'output' }), ...content },
  }
  return {
    summary,
    ...(description && { description }),
    tags: [tag],
    parameters: [
      ...(params ? parameters(params, { schemas, place: 'path' }) : []),
      ...parameters(query, { schemas, place: 'query' }),
    ],
    ...(body && { requestBody: { required: true, content: json(body, { schemas, io: 'input' }) } }),
    responses: { 200: ok, ...problems(schemas) },
  }
}

const BINARY = { type: 'string', format: 'binary' }

function json(schema: z.ZodType, how: { schemas: Components; io: 'input' | 'output' }): Json {
  return { 'application/json': { schema: schemaOf(schema, how) } }
}

function problems(schemas: Components): Json {
  const schema = schemaOf(Problem, { schemas, io: 'output' })
  return Object.fromEntries(
    Object.entries(REASONS).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema } } },
    ]),
  )
}

function parameters(
  { shape }: z.ZodObject,
  { schemas, place }: { readonly schemas: Components; readonly place: 'path' | 'query' },
): readonly Json[] {
  return Object.entries(shape).map(([name, one]) => {
    const required = !one.safeParse(undefined).success
    const { description, ...schema } = schemaOf(one, { schemas, io: 'input' })
    return { name, in: place, required, ...(description ? { description } : {}), schema }
  })
}

const REFERENCE = '#/$defs/'
const COMPONENT = '#/components/schemas/'

/** A schema as JSON Schema; those that it names by their ids are put among the components. */
function schemaOf(
  schema: z.ZodType,
  { schemas, io }: { readonly schemas: Components; readonly io: 'input' | 'output' },
): Json {
  const made = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => plain(jsonSchema) })
  const text = JSON.stringify(made).replaceAll(`"${REFERENCE}`, `"${COMPONENT}`)
  const { $schema: _, $defs = {}, ...own } = JSON.parse(text)
  Object.assign(schemas, $defs)
  return own
}

/** Leaves out what readers of an API need not know: help in another language, the bounds of whole numbers in JSON. */
function plain(schema: Record<string, unknown>): void {
  for (const name of ['vi', 'placeholder', 'id', 'additionalProperties'] as const) {
    if (name !== 'additionalProperties' || schema[name] === false) delete schema[name]
  }
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.format === 'date') delete schema.pattern
}
