import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileSection, section } from './file-text.ts'
import type { Question } from './questions.ts'
import { type CommandPlace, type Ended, runCommand } from './run-command.ts'

const WRITTEN = /(?<![\w./-])(?:out\/)?[\w./-]+\.(?:xlsx|docx|csv|md|json)(?![\w./-])/g

/** Runs a command and tells everything that it answered: exit code, both outputs, and the files it says it wrote. */
export async function askCommand(
  { line, words, clock }: Question,
  place: Omit<CommandPlace, 'clock'>,
): Promise<string> {
  const ended = await runCommand(words, { ...place, clock })
  const written = isWriting(words) ? await writtenFiles(ended.stdout, place.folder) : []
  return [commandText(line, ended), ...written].join('')
}

/** An ended command as an answer. */
export function commandText(line: string, { code, stdout, stderr }: Ended): string {
  const exit = code === null ? 'did not end by itself' : `exit code ${code}`
  return [`$ cchc ${line}\n${exit}\n`, section('stdout', stdout), section('stderr', stderr)].join(
    '',
  )
}

function isWriting([first, second]: readonly string[]): boolean {
  return first === 'report' || (first === 'plan' && second === 'report')
}

async function writtenFiles(stdout: string, folder: string): Promise<string[]> {
  const names = [...new Set(stdout.match(WRITTEN) ?? [])]
  const files = names.filter((name) => existsSync(join(folder, name)))
  return Promise.all(files.map((name) => fileSection(name, readFileSync(join(folder, name)))))
}
