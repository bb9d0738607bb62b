import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const REPOSITORY = join(import.meta.dirname, '../../..')

/** How a command ended. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly notes: string
}

/** A folder outside the repository in which packages are installed with npm. */
export interface CustomerFolder {
  readonly path: string
  /** Runs a command line in the folder; `env` comes on top of what a customer's shell has. */
  run(words: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>
  remove(): void
}

/** Installs packages, given as npm takes them, into an empty folder; throws npm's words where that fails. */
export async function openCustomerFolder(packages: readonly string[]): Promise<CustomerFolder> {
  const path = mkdtempSync(join(tmpdir(), 'cchc-customer-'))
  const run: CustomerFolder['run'] = ([command = '', ...words], env = {}) =>
    ended(spawn(command, words, { cwd: path, env: { ...customersShell(), ...env } }))
  const install = [
    'npm',
    'install',
    '--prefix',
    path,
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
  ]
  const { code, notes } = await run([...install, ...packages])
  if (code !== 0) throw new Error(`npm install ended with ${code}:\n${notes}`)
  return { path, run, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** What npm, pnpm, turbo and vitest put into the environment of their children. */
const OURS =
  /^(npm_(?!config_(registry|cache|cafile|.*proxy)$)|pnpm_|turbo_|vitest|node_(env|options|path)$)/i

function customersShell(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !OURS.test(name))
  const path = (process.env.PATH ?? '').split(delimiter)
  const outside = path.filter((folder) => !folder.startsWith(REPOSITORY))
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    PATH: [dirname(process.execPath), ...outside].join(delimiter),
    LANG: 'C.UTF-8',
    SCARF_ANALYTICS: 'false',
  }
}

function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  let [out, notes] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    notes += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, notes }))
  })
}
