import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { ConfigError, decodeBytes, faultAt, isAppError, messageOf, say } from '@cchc/domain'
import { readOrdinary } from '@cchc/files/disk'
import type { ConfiguredSource } from '../sources/configured-source.ts'
import { checkConfig, type HubConfig } from './check-config.ts'
import type { Schedule } from './schedule-settings.ts'
import { storeUrlIn } from './store-url.ts'
import { YAML_FAULTS } from './yaml-faults.ts'

/** The name under which a configuration is looked for. */
export const CONFIG_FILE = 'cchc.config.yaml'

export interface ConfigLocation {
  readonly configPath?: string | undefined
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Reads and checks a configuration file; relative paths in it start from its own folder. Throws ConfigError. */
export async function readConfig(location: ConfigLocation): Promise<HubConfig> {
  const path = resolve(location.cwd, location.configPath ?? CONFIG_FILE)
  const written = await parseYaml(readText(path), basename(path))
  const folder = dirname(path)
  const secrets = { env: location.env, folder }
  const name = messageOf(basename(path))
  return inFolder(await checkConfig(written, { name, secrets }), folder, FORMS)
}

/** Where forms are learnt unless the configuration names another folder. */
const FORMS = 'forms'

/** Checks a configuration that a program gives instead of a file. */
export async function takeConfig(written: unknown, location: ConfigLocation): Promise<HubConfig> {
  const secrets = { env: location.env, folder: location.cwd }
  const name = say('configuration')
  return inFolder(await checkConfig(written, { name, secrets }), location.cwd)
}

function readText(path: string): string {
  try {
    return textOf(readOrdinary(path), path)
  } catch (cause) {
    if (isAppError(cause)) throw cause
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') throw absent(path, cause)
    throw new ConfigError(say('{path} cannot be read ({code})', { path, code }), {
      cause,
      fix: say('Check that it is a file and that you may read it.'),
    })
  }
}

/** As it was saved by whatever editor; a file of which nothing was written is told as that. */
function textOf(bytes: Uint8Array, path: string): string {
  const decoded = decodeBytes(bytes)
  if ('fault' in decoded) {
    throw new ConfigError(say('{path} is no text in UTF-8', { path }), {
      fix: say('Save it as UTF-8.'),
    })
  }
  if (decoded.text.trim() !== '') return decoded.text
  throw new ConfigError(say('{path} is empty', { path }), {
    fix: say('Write it again: cchc init writes an example where no file is.'),
  })
}

function absent(path: string, cause: unknown): ConfigError {
  return new ConfigError(say('There is no configuration at {path}', { path }), {
    cause,
    fix: say('Write one with cchc init, or name yours with --config PATH.'),
  })
}

async function parseYaml(text: string, name: string): Promise<unknown> {
  const { LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length === 0) return document.toJS()
  throw new ConfigError(say('{name} is not valid YAML', { name }), {
    fix: say(
      'Correct the lines named; indentation is two spaces, and values with # or : need quotes.',
    ),
    faults: document.errors.map(({ pos, code }) => {
      const { line, col: column } = lines.linePos(pos[0])
      return faultAt(say('line {line}, column {column}', { line, column }), YAML_FAULTS[code])
    }),
  })
}

/** Relative paths start from the folder; report forms of the configuration's own are read. */
async function inFolder(
  config: Omit<HubConfig, 'templates'>,
  folder: string,
  forms?: string,
): Promise<HubConfig> {
  const { store, reporting, sources, schedules } = config
  const named = reporting.templates ?? forms
  const formsFolder = named === undefined ? undefined : resolve(folder, named)
  const isThere = reporting.templates !== undefined || holdsLearnt(formsFolder)
  const templates = await formsOf(isThere ? formsFolder : undefined)
  await refuseUnknownForms(schedules, templates)
  return {
    ...config,
    store: { ...store, url: storeUrlIn(folder, store.url) },
    sources: sources.map((source) => fromFolder(source, folder)),
    schedules: Object.fromEntries(
      Object.entries(schedules).map(([id, schedule]) => [id, inFolderOf(schedule, folder)]),
    ),
    templates,
    ...(formsFolder !== undefined && { formsFolder }),
  }
}

/** A folder that nobody named may be missing or be about something else: forms were learnt in it where files of theirs are. */
function holdsLearnt(folder: string | undefined): boolean {
  if (folder === undefined) return false
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false
  const names = new Set(readdirSync(folder))
  const isLearnt = (id: string) => names.has(`${id}.xlsx`) || names.has(`${id}.docx`)
  return [...names].some((name) => name.endsWith('.json') && isLearnt(name.slice(0, -5)))
}

/** Forms are loaded only where a schedule writes one. */
async function refuseUnknownForms(
  schedules: HubConfig['schedules'],
  templates: HubConfig['templates'],
): Promise<void> {
  if (!Object.values(schedules).some(({ work }) => work.kind === 'report')) return
  const { templatesOf } = await import('./templates.ts')
  const { unknownForms } = await import('./schedule-faults.ts')
  const faults = unknownForms(schedules, templatesOf({ templates }))
  if (faults.length === 0) return
  throw new ConfigError(say('The schedules name forms that there are none of.'), {
    faults,
    fix: say('cchc report lists the forms.'),
  })
}

function inFolderOf(schedule: Schedule, folder: string): Schedule {
  const { work } = schedule
  if (work.kind !== 'report') return schedule
  return { ...schedule, work: { ...work, to: resolve(folder, work.to) } }
}

function fromFolder(source: ConfiguredSource, folder: string): ConfiguredSource {
  if (source.kind !== 'files') return source
  const { config } = source
  return { ...source, config: { ...config, path: resolve(folder, config.path) } }
}

async function formsOf(folder: string | undefined): Promise<HubConfig['templates']> {
  if (folder === undefined) return []
  const { ownTemplates } = await import('./own-templates.ts')
  return ownTemplates(folder)
}
