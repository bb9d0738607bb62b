import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { uniqueName } from './names.ts'

/** One thing to ask: the words of a command, or method, path, headers and body of a request. */
export interface Question {
  /** Path of its answer, without ending: the file of questions, then the question itself. */
  readonly name: string
  /** As one would type it. */
  readonly line: string
  readonly words: readonly string[]
  /** What the clock shows when it is asked. */
  readonly clock: string
}

const FOLDER = join(import.meta.dirname, '../questions')

/** The questions of a group: of `questions/GROUP.txt`, or of all files in `questions/GROUP`. */
export function questionsOf(group: string, clock: string): Question[] {
  return placesOf(group).flatMap((folder) => {
    const text = readFileSync(join(FOLDER, `${folder}.txt`), 'utf8')
    return readQuestions(text, { folder, clock })
  })
}

function placesOf(group: string): string[] {
  if (existsSync(join(FOLDER, `${group}.txt`))) return [group]
  const files = readdirSync(join(FOLDER, group)).filter((file) => file.endsWith('.txt'))
  return files.toSorted().map((file) => `${group}/${file.replace(/\.txt$/, '')}`)
}

interface Place {
  readonly folder: string
  readonly clock: string
}

/**
 * One question a line; `#` begins a comment, `@INSTANT` sets the clock for what follows, `{a|b}` asks once with each of
 * its choices, double quotes keep words together.
 */
export function readQuestions(text: string, { folder, clock }: Place): Question[] {
  const taken = new Set<string>()
  let now = clock
  return linesOf(text).flatMap((written) => {
    if (written.startsWith('@')) {
      now = written.slice(1)
      return []
    }
    return expanded(written).map((line) => ({
      name: `${folder}/${uniqueName(line, taken)}`,
      line,
      words: wordsOf(line),
      clock: now,
    }))
  })
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '' && !line.startsWith('#'))
}

/** Every line that a line with choices stands for. */
function expanded(line: string): string[] {
  const found = /\{([^{}]*)\}/.exec(line)
  if (!found) return [line.replace(/\s+/g, ' ').trim()]
  const [whole, choices = ''] = found
  const [before, after] = [line.slice(0, found.index), line.slice(found.index + whole.length)]
  return choices.split('|').flatMap((choice) => expanded(before + choice + after))
}

function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}
