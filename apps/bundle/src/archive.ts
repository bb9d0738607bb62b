import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { zipSync } from 'fflate'

/** The same content gives the same archive, whenever and by whomever it is made. */
const MADE = new Date('2026-01-01T00:00:00Z')

/** Writes a folder as an archive beside it; returns its path. */
export function archive(folder: string, kind: 'tar.gz' | 'zip'): string {
  const file = `${folder}.${kind}`
  rmSync(file, { force: true })
  if (kind === 'zip') writeZip(folder, file)
  else writeTar(folder, file)
  return file
}

function writeTar(folder: string, file: string): void {
  const same = [
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--mtime=${MADE.toISOString()}`,
  ]
  const words = [...same, '--format=gnu', '-C', dirname(folder), '-cf', '-', basename(folder)]
  const tar = execFileSync('tar', words, { maxBuffer: 1_000_000_000 })
  writeFileSync(file, execFileSync('gzip', ['-n'], { input: tar, maxBuffer: 1_000_000_000 }))
}

function writeZip(folder: string, file: string): void {
  const files = globSync('**', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
  const entries = files.map((path) => [
    `${basename(folder)}/${path.replaceAll('\\', '/')}`,
    readFileSync(join(folder, path)),
  ])
  writeFileSync(file, zipSync(Object.fromEntries(entries), { mtime: MADE }))
}

/** Writes the checksums of archives as `sha256sum --check` reads them. */
export function writeSums(folder: string, archives: readonly string[]): void {
  const lines = archives.map((file) => {
    const sum = createHash('sha256').update(readFileSync(file)).digest('hex')
    return `${sum}  ${basename(file)}\n`
  })
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''))
}
