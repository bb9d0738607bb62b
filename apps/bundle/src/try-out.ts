import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const INSIDE = join(import.meta.dirname, 'try-inside.ts')

/**
 * Unpacks the Linux bundle into an empty folder and works with it where no network is but the loopback, with nothing on the
 * PATH; throws where anything fails. Needs the rights to make a network namespace.
 */
export async function tryOut(archive: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-tried-'))
  try {
    execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1'])
    const within = `ip link set lo up && exec "$0" "$@"`
    const words = ['--net', '--', 'sh', '-c', within, process.execPath, INSIDE, folder]
    const { status } = spawnSync('unshare', words, { stdio: 'inherit' })
    if (status !== 0) throw new Error(`the bundle failed (${status})`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
