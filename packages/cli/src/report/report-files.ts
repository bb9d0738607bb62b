import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { UsageError } from '@cchc/domain'
import type { Messages } from '../messages/index.ts'
import type { ReportFormat } from './report-formats.ts'

interface Target {
  readonly cwd: string
  /** Created where it does not exist. */
  readonly folder: string
  readonly name: string
  readonly messages: Messages
}

/** Writes a report's files, each whole or not at all, and returns their paths as one would type them. */
export function writeReportFiles(
  files: readonly { readonly format: ReportFormat; readonly bytes: Uint8Array }[],
  { cwd, folder, name, messages }: Target,
): readonly string[] {
  const safe = name.replace(/[^\w.-]/g, '-')
  return files.map(({ format, bytes }) => {
    const path = join(resolve(cwd, folder), `${safe}.${format}`)
    writeWhole(path, { bytes, messages })
    const short = relative(cwd, path)
    return short.startsWith('..') ? path : short
  })
}

function writeWhole(
  path: string,
  { bytes, messages }: { readonly bytes: Uint8Array; readonly messages: Messages },
): void {
  const part = `${path}.${process.pid}.part`
  try {
    mkdirSync(resolve(path, '..'), { recursive: true })
    writeFileSync(part, bytes)
    renameSync(part, path)
  } catch (cause) {
    rmSync(part, { force: true })
    const { failure } = messages
    const { code = 'unknown' } = cause as NodeJS.ErrnoException
    throw new UsageError(failure.cannotWrite(path, code), { cause, fix: failure.cannotWriteFix })
  }
}
