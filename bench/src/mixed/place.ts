import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { MixedPortal } from './portals.ts'

export const READ_SOURCE = 'one-stop'
export const SENDING_SOURCE = 'sending'
export const PUSH_KEY = 'a-key-of-the-sending-portal'
export const API_KEY = 'a-key-of-the-whole-gateway'

const CCHC = fileURLToPath(import.meta.resolve('@cchc/cli/bin'))

const reference = (name: string) => ['$', `{env:${name}}`].join('')

/** Writes the configuration of a hub that reads one portal each minute, is sent to by another, and writes a report. */
export function writeConfiguration(
  folder: string,
  { portal, store }: { readonly portal: MixedPortal; readonly store: string },
): void {
  const { url: baseUrl, username, groupId, organisations } = portal
  const configuration = {
    store: { url: store },
    connectors: [fileURLToPath(new URL('./sending-portal.ts', import.meta.url))],
    gateway: { requestsPerMinute: 1_000_000 },
    reporting: { organisation: 'H99' },
    organisations,
    sources: {
      [READ_SOURCE]: {
        ...{ connector: 'opencps', baseUrl, username, password: reference('PORTAL_PASSWORD') },
        ...{ groupId, since: '2021-09-01' },
      },
      [SENDING_SOURCE]: { connector: 'sending-portal', key: reference('PUSH_KEY') },
    },
    schedules: {
      read: { sync: [READ_SOURCE], full: true, at: '* * * * *' },
      report: {
        ...{ report: 'tt01-06a', period: 'last-quarter', at: '*/5 * * * *' },
        ...{ to: 'reports', formats: ['xlsx', 'docx'], partial: true },
      },
    },
  }
  writeFileSync(join(folder, 'cchc.config.yaml'), JSON.stringify(configuration))
}

/** Starts the command in a folder; what it complains of goes to the terminal. */
export function startCommand(
  folder: string,
  { portal, words }: { readonly portal: MixedPortal; readonly words: readonly string[] },
): ChildProcess {
  const env = {
    ...process.env,
    ...{ PORTAL_PASSWORD: portal.password, PUSH_KEY, CCHC_API_KEY: API_KEY, LANG: 'C.UTF-8' },
  }
  return spawn(process.execPath, [CCHC, ...words], {
    ...{ cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] },
  })
}

/** The address that a gateway says it listens on. */
export async function urlOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the gateway has no output')
  for await (const line of createInterface({ input: stdout })) {
    const url = /http:\/\/[\w.:]+\d/.exec(line)?.[0]
    if (url !== undefined) return url
  }
  throw new Error('the gateway ended without an address')
}

/** Ends a process softly and returns its exit code. */
export async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  return child.exitCode
}
