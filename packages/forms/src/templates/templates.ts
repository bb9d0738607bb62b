import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Fault, NotFoundError, ReportTemplate, UsageError } from '@cchc/domain'
import { faultsOf } from './template-faults.ts'

const BUILT_IN = fileURLToPath(new URL('../../templates', import.meta.url))

let builtIn: readonly ReportTemplate[] | undefined

/** The templates that come with the hub; every data file of the folder `forms` is one. */
export function listTemplates(): readonly ReportTemplate[] {
  builtIn ??= loadTemplates(BUILT_IN)
  return builtIn
}

/** The template of that name; throws NotFoundError, naming the known ones, for any other. */
export function getTemplate(id: string, templates = listTemplates()): ReportTemplate {
  const template = templates.find((known) => known.id === id)
  if (template) return template
  throw new NotFoundError(`No report template is called ${id}.`, {
    fix: `Known templates: ${templates.map((known) => known.id).join(', ')}.`,
  })
}

/**
 * Reads every data file (.json) of a folder as a template, sorted by id; throws a UsageError that names every fault of
 * every file at once.
 */
export function loadTemplates(directory: string): readonly ReportTemplate[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.json'))
  const read = files.map((file) => readTemplate(directory, file))
  const faults = [...read.flatMap((one) => one.faults), ...repeatedIds(read)]
  if (faults.length > 0) {
    throw new UsageError('Report templates cannot be used as they stand.', {
      fix: 'Correct the places that are named.',
      faults,
    })
  }
  return read.flatMap(({ template }) => template ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

interface ReadTemplate {
  readonly file: string
  readonly template?: ReportTemplate
  readonly faults: readonly Fault[]
}

function readTemplate(directory: string, file: string): ReadTemplate {
  const parsed = parseJson(readFileSync(`${directory}/${file}`, 'utf8').normalize('NFC'))
  if (parsed === undefined) return { file, faults: [{ path: file, message: 'is no JSON' }] }
  const result = ReportTemplate.safeParse(parsed)
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => ({
      path: [file, ...path.map(String)].join('.'),
      message,
    }))
    return { file, faults }
  }
  const faults = faultsOf(result.data).map((message) => ({ path: file, message }))
  return { file, template: result.data, faults }
}

function repeatedIds(read: readonly ReadTemplate[]): Fault[] {
  const byId = Map.groupBy(read, ({ template }) => template?.id)
  return [...byId].flatMap(([id, [, second]]) =>
    id === undefined || second === undefined
      ? []
      : [{ path: second.file, message: `another file has the template ${id}` }],
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
