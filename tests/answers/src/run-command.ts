import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SECRETS } from './configuration.ts'

const CLOCK = pathToFileURL(join(import.meta.dirname, 'clock.ts')).href
const LONGEST_MS = 900_000

/** Where and when a command runs. */
export interface CommandPlace {
  /** The repository whose `cchc` is run. */
  readonly checkout: string
  readonly folder: string
  readonly clock: string
  readonly env?: Readonly<Record<string, string>>
}

/** How a command ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts `cchc` in an environment that is the same everywhere. */
export function startCommand(words: readonly string[], place: CommandPlace): ChildProcess {
  const { checkout, folder, clock, env = {} } = place
  const plain = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', TZ: 'UTC', ...SECRETS }
  return spawn(process.execPath, [join(checkout, 'packages/cli/bin/cchc.js'), ...words], {
    cwd: folder,
    env: { ...plain, NODE_OPTIONS: `--import=${CLOCK}`, ANSWERS_CLOCK: clock, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Waits until a command has ended; one that should and does not is killed, and its code stays null. */
export function endOf(child: ChildProcess, { mayLast = false } = {}): Promise<Ended> {
  let [stdout, stderr] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  const timer = mayLast ? undefined : setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, stdout, stderr })
    })
  })
}

/** Runs one command to its end. */
export function runCommand(words: readonly string[], place: CommandPlace): Promise<Ended> {
  return endOf(startCommand(words, place))
}
