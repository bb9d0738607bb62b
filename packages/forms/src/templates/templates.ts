import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Fault } from '@cchc/domain'
import {
  decodeBytes,
  faultsOf,
  isAppError,
  type Message,
  NotFoundError,
  ReportTemplate,
  say,
  UsageError,
} from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { readOrdinary } from '@cchc/files/disk'
import type { KindOfIndicator } from './row-kinds.ts'
import { templateFaults } from './template-faults.ts'

const BUILT_IN = fileURLToPath(new URL('../../templates', import.meta.url))

let builtIn: readonly ReportTemplate[] | undefined

/** The templates that come with the hub; every data file of the folder `templates` is one. */
export function listTemplates(): readonly ReportTemplate[] {
  builtIn ??= readTemplates(BUILT_IN, () => null)
  return builtIn
}

/** The template of that name; throws NotFoundError, naming the known ones, for any other. */
export function getTemplate(id: string, templates = listTemplates()): ReportTemplate {
  const template = templates.find((known) => known.id === id)
  if (template) return template
  const names = templates.map((known) => known.id).join(', ')
  throw new NotFoundError(say('No report template is called {name}.', { name: id }), {
    fix: say('Known templates: {names}.', { names }),
  })
}

/**
 * Reads every data file (.json) of a folder as a template, sorted by id; throws a UsageError that names every fault of
 * every file at once. What people enter is added up by its nature in the indicator catalogue.
 */
export async function loadTemplates(
  directory: string = BUILT_IN,
): Promise<readonly ReportTemplate[]> {
  const { indicators } = await loadIndicatorCatalogue()
  const kinds = new Map(
    indicators.map(({ id, kind, nature }) => [id, kind === 'ratio' ? kind : nature]),
  )
  return readTemplates(directory, (id) => {
    const kind = kinds.get(id) ?? 'none'
    return kind === 'none' ? null : kind
  })
}

function readTemplates(
  directory: string,
  kindOfIndicator: KindOfIndicator,
): readonly ReportTemplate[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.json'))
  const read = files.map((file) => readTemplate(directory, file, kindOfIndicator))
  const faults = [...read.flatMap((one) => one.faults), ...repeatedIds(read)]
  if (faults.length > 0) {
    throw new UsageError(say('Report templates cannot be used as they stand.'), {
      fix: say('Correct the places that are named.'),
      faults,
    })
  }
  return read.flatMap(({ template }) => template ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

interface ReadTemplate {
  readonly file: string
  readonly template?: ReportTemplate | undefined
  readonly faults: readonly Fault[]
}

function readTemplate(
  directory: string,
  file: string,
  kindOfIndicator: KindOfIndicator,
): ReadTemplate {
  const read = textOf(`${directory}/${file}`)
  if ('fault' in read) return { file, faults: [{ path: file, message: read.fault }] }
  const parsed = parseJson(read.text.normalize('NFC'))
  if (parsed === undefined) return { file, faults: [{ path: file, message: say('is no JSON') }] }
  const { data: template, error } = ReportTemplate.safeParse(parsed, { reportInput: true })
  const unreadable = error ? faultsOf(error) : []
  const faults = [...unreadable, ...templateFaults(parsed, kindOfIndicator)]
  return {
    file,
    template,
    faults: faults.map(({ path, message }) => ({
      path: [file, ...(path === '' ? [] : [path])].join('.'),
      message,
    })),
  }
}

function textOf(path: string): { readonly text: string } | { readonly fault: Message } {
  try {
    const decoded = decodeBytes(readOrdinary(path))
    return 'text' in decoded ? decoded : { fault: say('is not UTF-8') }
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    return { fault: thrown.said }
  }
}

function repeatedIds(read: readonly ReadTemplate[]): Fault[] {
  const byId = Map.groupBy(read, ({ template }) => template?.id)
  return [...byId].flatMap(([id, [, second]]) =>
    id === undefined || second === undefined
      ? []
      : [{ path: second.file, message: say('another file has the template {id}', { id }) }],
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
