import { join, relative, resolve } from 'node:path'
import type { FilledReport } from '@cchc/domain'
import { writeWhole } from '@cchc/hub/disk'
import type { Invocation } from '../../command-context.ts'
import type { ReadingHub } from '../../remote-hub.ts'
import type { ReportOptions } from './file-options.ts'
import { BINARY_FORMATS, type ReportFormat } from './report-formats.ts'

interface RenderedFile {
  readonly format: ReportFormat
  readonly bytes: Uint8Array
}

/** A report in each of some forms. */
export function renderedIn(
  formats: readonly ReportFormat[],
  { hub, filled }: { readonly hub: ReadingHub; readonly filled: FilledReport },
): Promise<RenderedFile[]> {
  const rendered = formats.map(async (format) => {
    return { format, bytes: await hub.renderReport(filled, format) }
  })
  return Promise.all(rendered)
}

/** Prints a single text where no folder is named; otherwise writes files and returns their paths as one would type them. */
export function writeOrPrint(
  { options, cwd, terminal }: Invocation<ReportOptions>,
  { files, name }: { readonly files: readonly RenderedFile[]; readonly name: string },
): readonly string[] {
  const { output: folder } = options
  const [only] = files
  const isText = files.length === 1 && only && !BINARY_FORMATS.includes(only.format)
  if (folder !== undefined || !isText) {
    return writeReportFiles(files, { cwd, folder: folder ?? '.', name })
  }
  terminal.printBytes(only.bytes)
  return []
}

interface Target {
  readonly cwd: string
  /** Created where it does not exist. */
  readonly folder: string
  readonly name: string
}

/** Writes reports, each file whole or not at all; returns their paths as one would type them. */
export function writeReportFiles(
  files: readonly RenderedFile[],
  { cwd, folder, name }: Target,
): readonly string[] {
  const safe = name.replace(/[^\w.-]/g, '-')
  return files.map(({ format, bytes }) => {
    const path = join(resolve(cwd, folder), `${safe}.${format}`)
    writeWhole(path, bytes)
    const short = relative(cwd, path)
    return short.startsWith('..') ? path : short
  })
}
