import { z } from 'zod'
import type { Place } from './requests.ts'

/** The OpenAPI document, as far as answers are held against it. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Place['operation']>>>>
  readonly components: { readonly schemas: object }
}

/** Every operation of the document. */
export function placesOf({ paths }: Described): readonly Place[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ path, operation },
      method: method.toUpperCase(),
    })),
  )
}

/** Tells what an answer breaks of what the document says of its operation; undefined = nothing. */
export function judgeOf({ components }: Described) {
  const $defs = JSON.parse(inDefs(components.schemas))
  const schemas = new Map<object, z.ZodType>()
  const schemaOf = (written: object) => {
    const own = JSON.parse(inDefs(written))
    const schema = schemas.get(written) ?? z.fromJSONSchema({ ...own, $defs })
    schemas.set(written, schema)
    return schema
  }
  return async ({ operation }: Place, response: Response): Promise<string | undefined> => {
    const { status } = response
    const text = await response.text()
    const listed = operation.responses[status]
    if (status >= 500 || !listed) return `status ${status}: ${text.slice(0, 300)}`
    if (!listed.content) return text === '' ? undefined : `${status} with a body`
    const type = typeOf(response)
    const content = listed.content[type] as { readonly schema: object } | undefined
    if (!content) return `${status} with ${type}, which is not listed`
    return isPlainJson(response)
      ? faultOf(schemaOf(content.schema), documentsOf(type, text))
      : undefined
  }
}

function typeOf({ headers }: Response): string {
  return headers.get('Content-Type')?.split(';')[0] ?? ''
}

function isPlainJson({ headers }: Response): boolean {
  return !headers.has('Content-Encoding') && /json(;|$)/.test(headers.get('Content-Type') ?? '')
}

function documentsOf(type: string, text: string): readonly string[] {
  return type === 'application/x-ndjson' ? text.trimEnd().split('\n') : [text]
}

function faultOf(schema: z.ZodType, documents: readonly string[]): string | undefined {
  const read = z.array(schema).safeParse(documents.map((one) => JSON.parse(one)))
  return read.success ? undefined : z.prettifyError(read.error).slice(0, 500)
}

function inDefs(schema: object): string {
  return JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/')
}
