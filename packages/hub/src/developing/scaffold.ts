import { basename } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import { writeNewFolder } from './new-folder.ts'
import scaffold from './scaffold.json' with { type: 'json' }

/** A package that was begun: its folder, and its files by their paths in it. */
export interface NewConnector {
  readonly folder: string
  readonly files: readonly string[]
}

/**
 * Writes the package of a new connector into a folder that is empty or not there; the folder's name is the connector's id.
 * It passes its own tests as it is. Throws UsageError for a name that can be none, ConfigError where it cannot be written.
 */
export function newConnector(folder: string): NewConnector {
  const id = basename(folder)
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 40) throw badName()
  const files = Object.entries(scaffold).map(([path, text]) => {
    const isProse = path.endsWith('.md')
    return {
      path: named(path, id),
      text: isProse ? text.replaceAll('example', id) : named(text, id),
    }
  })
  writeNewFolder(folder, files)
  return { folder, files: files.map(({ path }) => path) }
}

/** A text of the example in which it has another name. */
function named(text: string, id: string): string {
  const words = id.split('-')
  const pascal = words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('')
  const camel = `${pascal[0]?.toLowerCase()}${pascal.slice(1)}`
  return text
    .replaceAll('ExampleConfig', `${pascal}Config`)
    .replaceAll(/(?<=['"]|\.\/|\bsrc\/)example(?=['"]|\.ts)/g, id)
    .replaceAll('Hệ thống một cửa mẫu', `Hệ thống một cửa ${id}`)
    .replaceAll('connector-example', `connector-${id}`)
    .replaceAll(/\bexample\b/g, camel)
}

function badName(): UsageError {
  return new UsageError(say('That cannot be the name of a connector'), {
    fix: say(
      'Use lower-case letters, digits and single hyphens, at most 40, such as city-permits.',
    ),
  })
}
