import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, type Fault, isAppError, type ReportTemplate, say } from '@cchc/domain'
import { listTemplates, loadTemplates } from '@cchc/forms'

const PATH = 'reporting.templates'

/** The forms of a folder (each .json file is one). Throws a ConfigError that names every fault of every file. */
export async function ownTemplates(folder: string): Promise<readonly ReportTemplate[]> {
  const templates = await load(folder)
  const builtIn = new Set(listTemplates().map(({ id }) => id))
  const faults = templates.flatMap(({ id, layout }) => [
    ...(builtIn.has(id) ? [say('a form that comes with the hub is called {id}', { id })] : []),
    ...(layout === undefined || existsSync(join(folder, layout.file))
      ? []
      : [
          say('{file}, of which the form {id} was learnt, is not there', { file: layout.file, id }),
        ]),
  ])
  if (faults.length === 0) return templates
  throw unusable(faults.map((message) => ({ path: PATH, message })))
}

async function load(folder: string): Promise<readonly ReportTemplate[]> {
  try {
    return await loadTemplates(folder)
  } catch (thrown) {
    if (isAppError(thrown, 'usage_invalid')) throw unusable(thrown.faults)
    const { code = 'error' } = thrown as NodeJS.ErrnoException
    throw unusable([
      { path: PATH, message: say('{path} cannot be read ({code})', { path: folder, code }) },
    ])
  }
}

function unusable(faults: readonly Fault[]): ConfigError {
  return new ConfigError(say('The report templates cannot be used as they stand.'), {
    faults,
    fix: say('Correct what is named, or take its file out of the folder.'),
  })
}
