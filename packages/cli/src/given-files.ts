import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import { isFolder } from '@cchc/hub/disk'
import type { CommandContext } from './command-context.ts'

const MOST_FILES = 1000
const DEEPEST = 4

/**
 * The files that are named, and those in the folders that are named and in the folders below, by their names; hidden ones
 * and what programs keep beside open files are left out. UsageError where a folder holds none, or too many.
 */
export function namedFiles(
  paths: readonly string[],
  { cwd }: Pick<CommandContext, 'cwd'>,
): readonly string[] {
  return paths.flatMap((path) => {
    if (!isFolder(resolve(cwd, path))) return path
    const found = filesIn(path, { cwd, depth: 0 })
    if (found.length === 0) throw noFile(path)
    if (found.length > MOST_FILES) throw tooMany(path)
    return found
  })
}

function filesIn(
  folder: string,
  { cwd, depth }: { readonly cwd: string; readonly depth: number },
): readonly string[] {
  const entries = readdirSync(resolve(cwd, folder), { withFileTypes: true })
    .filter(({ name }) => !/^[.~]/.test(name))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
  return entries.slice(0, MOST_FILES + 1).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return depth < DEEPEST ? filesIn(path, { cwd, depth: depth + 1 }) : []
    return entry.isFile() ? path : []
  })
}

function noFile(folder: string): UsageError {
  return new UsageError(say('There is no file in {folder}.', { folder }), {
    fix: say('Name a folder with the files.'),
  })
}

function tooMany(folder: string): UsageError {
  const most = { count: MOST_FILES }
  const said = say('{folder} holds {has}; at most {most} are taken at once.', {
    folder,
    has: say('more than {count} files', most),
    most: say('{count} files', most),
  })
  return new UsageError(said, { fix: say('Split the folder.') })
}
