import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What stands in answers for what differs from one recording to the next. */
export type Replacements = readonly (readonly [string | RegExp, string])[]

/** Where answers are kept, one file each. */
export interface AnswerFolder {
  /** What was kept so far, by name. */
  readonly answers: ReadonlyMap<string, string>
  keep(name: string, answer: string): void
}

/** Opens a folder for the answers of one recording. */
export function answerFolder(folder: string, replacements: Replacements): AnswerFolder {
  const answers = new Map<string, string>()
  return {
    answers,
    keep(name, answer) {
      if (answers.has(name)) throw new Error(`two answers are called ${name}`)
      const text = replacements.reduce((kept, [old, now]) => kept.replaceAll(old, now), answer)
      answers.set(name, text)
      const path = join(folder, `${name}.txt`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    },
  }
}
