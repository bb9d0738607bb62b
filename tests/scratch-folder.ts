import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives all tests of a run one temporary folder, which goes with the run, whatever they and the processes that they killed left in it. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-tests-'))
  // A database server that runs as another user finds its own folder in it.
  chmodSync(folder, 0o711)
  process.env.TMPDIR = folder
  return () => {
    delete process.env.TMPDIR
    rmSync(folder, { recursive: true, force: true })
  }
}
