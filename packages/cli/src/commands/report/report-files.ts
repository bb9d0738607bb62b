import { join, resolve } from 'node:path'
import { type FilledReport, fileNameOf } from '@cchc/domain'
import { writeWhole } from '@cchc/hub/disk'
import type { Invocation } from '../../command-context.ts'
import { namesFile, typedPath } from '../../output/written-path.ts'
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

/**
 * Prints a single text where no place is named; otherwise writes files and returns their paths as one would type them.
 * The place is a folder, or for a single form a file whose name ends with it.
 */
export function writeOrPrint(
  { options, cwd, terminal }: Invocation<ReportOptions>,
  { files, name }: { readonly files: readonly RenderedFile[]; readonly name: string },
): readonly string[] {
  const { output } = options
  const [only] = files
  const single = files.length === 1 ? only : undefined
  if (output === undefined && single && !BINARY_FORMATS.includes(single.format)) {
    terminal.printBytes(single.bytes)
    return []
  }
  if (single && output !== undefined && namesFile(resolve(cwd, output), single.format)) {
    return [written(resolve(cwd, output), { bytes: single.bytes, cwd })]
  }
  return writeReportFiles(files, { cwd, folder: output ?? '.', name })
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
  const safe = fileNameOf(name)
  return files.map(({ format, bytes }) => {
    return written(join(resolve(cwd, folder), `${safe}.${format}`), { bytes, cwd })
  })
}

function written(path: string, { bytes, cwd }: Pick<RenderedFile, 'bytes'> & Pick<Target, 'cwd'>) {
  writeWhole(path, bytes)
  return typedPath(path, cwd)
}
