import { report } from '@cchc/hub/questions/report'
import { templates } from '@cchc/hub/questions/templates'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { printDocument, printListing } from '../../output/listing.ts'
import { printFindings } from '../../print-findings.ts'
import { printMissing } from '../../print-missing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'
import { fileOptions, type ReportOptions } from './file-options.ts'

export function addReport(program: Command, context: CommandContext): void {
  questionCommand(program, context, { question: report, own: fileOptions(context) }).action(
    action<ReportOptions>(context, (invocation) =>
      invocation.words.length === 0 ? listTemplates(invocation) : write(invocation),
    ),
  )
}

async function listTemplates(invocation: Invocation<ReportOptions>): Promise<number> {
  const view = await withReader(invocation, (hub) => hub.ask(templates, {}))
  const { printInForce } = await import('@cchc/domain')
  const { columns } = invocation.messages
  const format = invocation.options.format === 'json' ? 'json' : 'table'
  const options = { ...invocation.options, format } as const
  await printListing(
    { ...invocation, options },
    {
      rows: view.items,
      document: view,
      columns: [
        { title: columns.template, show: ({ id }) => id },
        { title: columns.name, show: ({ title }) => title, flexible: true },
        { title: columns.inForce, show: ({ inForce }) => (inForce ? printInForce(inForce) : '') },
      ],
    },
  )
  return EXIT.done
}

async function write(invocation: Invocation<ReportOptions>): Promise<number> {
  const { options, terminal } = invocation
  const { readFormats } = await import('./report-formats.ts')
  const { renderedIn, writeOrPrint } = await import('./report-files.ts')
  const formats = readFormats(options.format)
  const asked = askedOf(invocation, report)
  const { files, org, lacks } = await withReader(invocation, async (hub) => {
    const filled = await hub.ask(report, asked)
    const named = asked.org ?? filled.head.organisationCode
    const files = await renderedIn(formats, { hub, filled })
    return { files, org: named, lacks: hub.lacksOf(filled) }
  })
  const name = [asked.template, org, asked.period].join('_')
  const paths = writeOrPrint(invocation, { files, name })
  if (paths.length > 0 && options.format === 'json') printDocument(invocation, { files: paths })
  else for (const path of paths) terminal.print(path)
  printFindings(invocation, lacks.cautions)
  return printMissing(invocation, { missing: lacks.missing, partial: asked.partial })
}
