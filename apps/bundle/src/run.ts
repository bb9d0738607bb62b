import { execFileSync } from 'node:child_process'

/** Runs a command in a folder, its words in view; throws where it fails. */
export function run(folder: string, [command = '', ...words]: readonly string[]): void {
  execFileSync(command, words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
}
