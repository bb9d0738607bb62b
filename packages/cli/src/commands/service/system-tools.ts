import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'

/** What commands of services do to the machine. */
export interface SystemTools {
  /** Runs a command for at most a minute. */
  run(
    command: string,
    words: readonly string[],
  ): { readonly code: number | null; readonly told: string }
  isThere(path: string): boolean
  write(path: string, bytes: Uint8Array): void
  remove(path: string): void
}

export const MACHINE: SystemTools = {
  run(command, words) {
    const { status, stdout, stderr, error } = spawnSync(command, words, {
      encoding: 'utf8',
      timeout: 60_000,
    })
    return { code: status, told: error?.message ?? `${stdout}${stderr}`.trim() }
  },
  isThere: existsSync,
  write: (path, bytes) => writeFileSync(path, bytes, { mode: 0o644 }),
  remove: (path) => rmSync(path, { force: true }),
}
