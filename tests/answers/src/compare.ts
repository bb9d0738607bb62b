import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const MOST_LINES = 60

/** Prints for each answer whether it is the same, and returns how many are not. */
export function compare(before: string, after: string): number {
  const [old, now] = [namesIn(before), namesIn(after)]
  const names = [...new Set([...old, ...now])].toSorted()
  const told = names.map((name) => {
    if (!now.has(name)) return { text: `only in ${before}: ${name}`, same: false }
    if (!old.has(name)) return { text: `only in ${after}: ${name}`, same: false }
    return compareFile(join(before, name), join(after, name), name)
  })
  for (const { text } of told) process.stdout.write(`${text}\n`)
  const changed = told.filter(({ same }) => !same).length
  process.stdout.write(`${names.length} answers, ${changed} not the same\n`)
  return changed
}

function namesIn(folder: string): ReadonlySet<string> {
  const names = new Set(globSync('**/*.txt', { cwd: folder }))
  if (names.size === 0) throw new Error(`${folder} holds no answers`)
  return names
}

function compareFile(old: string, now: string, name: string) {
  if (readFileSync(old).equals(readFileSync(now))) return { text: `equal: ${name}`, same: true }
  const { stdout } = spawnSync('diff', ['-u', old, now], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const lines = stdout.trimEnd().split('\n')
  const rest = lines.length - MOST_LINES
  const more = rest > 0 ? [`… ${rest} more lines: diff -u ${old} ${now}`] : []
  return {
    text: [`differs: ${name}`, ...lines.slice(0, MOST_LINES), ...more].join('\n'),
    same: false,
  }
}
