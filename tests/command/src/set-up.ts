import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundleCchc } from './bundle-cchc.ts'
import { BUNDLED } from './cchc.ts'

const PLACE = join(import.meta.dirname, '../node_modules/.cache')

/** Gathers the source of `cchc` once for all tests of a run that start it, and removes it afterwards. */
export async function setup(): Promise<(() => void) | undefined> {
  if (process.env[BUNDLED] !== undefined) return
  mkdirSync(PLACE, { recursive: true })
  const folder = mkdtempSync(join(PLACE, 'cchc-'))
  process.env[BUNDLED] = await bundleCchc(folder)
  return () => {
    delete process.env[BUNDLED]
    rmSync(folder, { recursive: true, force: true })
  }
}
