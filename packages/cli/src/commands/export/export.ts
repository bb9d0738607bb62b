import { resolve } from 'node:path'
import { exportDossiers } from '@cchc/hub/exports/dossiers'
import type { Export, ExportEnd } from '@cchc/hub/exports/export'
import { EXPORT_FORMATS, type ExportFormat } from '@cchc/hub/exports/export-forms'
import { exportIndicators } from '@cchc/hub/exports/indicators'
import { exportStatistics } from '@cchc/hub/exports/statistics'
import { type Command, Option } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { helpGroup } from '../../command-group.ts'
import { EXIT } from '../../exit-code.ts'
import { printMissing } from '../../print-missing.ts'
import { questionCommand } from '../../question-command.ts'
import { listenForStop } from '../../stop-signals.ts'
import { withReader } from '../../with-hub.ts'

interface ExportOptions {
  readonly format: ExportFormat
  readonly output?: string
}

export function addExport(program: Command, context: CommandContext): void {
  const { exporting } = context.messages
  const group = helpGroup(program, { name: 'export', about: exporting.about })
  for (const one of [exportDossiers, exportStatistics, exportIndicators]) {
    const own = [
      {
        option: new Option('--format <format>', exporting.format)
          .choices(EXPORT_FORMATS)
          .default('csv'),
      },
      { option: new Option('-o, --output <file>', exporting.output) },
    ]
    questionCommand(group, context, { question: one, own }).action(
      action<ExportOptions>(context, (invocation) => run(invocation, one as Export)),
    )
  }
}

async function run(invocation: Invocation<ExportOptions>, one: Export): Promise<number> {
  const { options, terminal, messages } = invocation
  const asked = askedOf(invocation, one)
  const stop = listenForStop(invocation)
  try {
    const end = await withReader(invocation, (hub) => {
      const pieces = hub.export(one, asked, { format: options.format })
      return taken(invocation, untilStopped(pieces, stop.signal))
    })
    if (!end) return stop.code() ?? EXIT.done
    if (options.output !== undefined) terminal.note(messages.exporting.written(end.rows))
    return printMissing(invocation, { missing: end.missing, partial: true })
  } finally {
    stop.end()
  }
}

type Pieces<End> = AsyncGenerator<Uint8Array, End>

/** Ends without an end where a person stops it. */
async function* untilStopped(
  pieces: Pieces<ExportEnd>,
  signal: AbortSignal,
): Pieces<ExportEnd | undefined> {
  try {
    for (;;) {
      if (signal.aborted) return undefined
      const { value, done } = await pieces.next()
      if (done) return value
      yield value
    }
  } finally {
    await pieces.return({} as never)
  }
}

/** Writes what comes to the file or to standard output; undefined = it was stopped, or whoever read has gone. */
async function taken(
  { options, cwd, terminal }: Invocation<ExportOptions>,
  pieces: Pieces<ExportEnd | undefined>,
): Promise<ExportEnd | undefined> {
  if (options.output !== undefined) {
    const { writePieces } = await import('@cchc/hub/disk')
    return writePieces(resolve(cwd, options.output), pieces)
  }
  for (;;) {
    const { value, done } = await pieces.next()
    if (done) return value
    if (await terminal.pour(value)) continue
    await pieces.return(undefined)
    return undefined
  }
}
