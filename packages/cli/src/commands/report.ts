import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { EXIT } from '../exit-code.ts'
import { printDocument, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface ReportOptions {
  readonly org?: string
  readonly period?: string
  readonly format?: string
  readonly output?: string
  readonly asKnownAt?: string
  readonly treeAt?: string
  readonly current?: boolean
}

export function addReport(program: Command, context: CommandContext): void {
  const { report, stats } = context.messages.help
  program
    .command('report')
    .description(report.about)
    .argument('[TEMPLATE]')
    .option('--org <code>', stats.org)
    .option('--period <period>', stats.period)
    .option('--as-known-at <instant>', context.messages.period.help.asKnownAt)
    .option('--tree-at <day>', context.messages.period.help.treeAt)
    .option('--current', context.messages.period.help.current)
    .option('--format <formats>', report.format, 'xlsx')
    .option('-o, --output <folder>', report.output)
    .action(
      action<ReportOptions>(context, (invocation) =>
        invocation.words.length === 0 ? listTemplates(invocation) : write(invocation),
      ),
    )
}

async function listTemplates(invocation: Invocation<ReportOptions>): Promise<number> {
  const items = await withHub(invocation, async (hub) => hub.templates())
  const { columns } = invocation.messages
  const format = invocation.options.format === 'json' ? 'json' : 'table'
  const options = { ...invocation.options, format } as const
  await printListing<(typeof items)[number]>(
    { ...invocation, options },
    {
      rows: items,
      document: { items },
      columns: [
        { title: columns.template, show: ({ id }) => id },
        { title: columns.name, show: ({ title }) => title, flexible: true },
      ],
    },
  )
  return EXIT.done
}

async function write(invocation: Invocation<ReportOptions>): Promise<number> {
  const { options, words, cwd, terminal, messages } = invocation
  const { readAsked } = await import('@cchc/hub/questions/question')
  const { ReportParameters } = await import('@cchc/hub/parameters')
  const { reportQuery } = await import('@cchc/hub/views')
  const { BINARY_FORMATS, readFormats } = await import('../report/report-formats.ts')
  const { writeReportFiles } = await import('../report/report-files.ts')
  const formats = readFormats(options.format ?? '', messages)
  const { org, period, asKnownAt, treeAt, current } = options
  const parameters = readAsked(ReportParameters, {
    ...{ org, period, asKnownAt, treeAt },
    current: current ? 'true' : undefined,
  })
  const { query, files } = await withHub(invocation, async (hub) => {
    const asked = reportQuery(hub, { ...parameters, template: words[0] ?? '' })
    const filled = await hub.report(asked)
    const rendered = formats.map(async (format) => ({
      format,
      bytes: await hub.renderReport(filled, format),
    }))
    return { query: asked, files: await Promise.all(rendered) }
  })
  const [only] = files
  const isText = only !== undefined && !BINARY_FORMATS.includes(only.format)
  if (options.output === undefined && files.length === 1 && isText) {
    terminal.printBytes(only.bytes)
    return EXIT.done
  }
  const name = [query.template, query.organisation, query.period].join('_')
  const paths = writeReportFiles(files, { cwd, folder: options.output ?? '.', name, messages })
  if (options.format === 'json') printDocument(invocation, { files: paths })
  else for (const path of paths) terminal.print(path)
  return EXIT.done
}
