import type { TaskProgress } from '@cchc/domain'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { helpGroup } from '../command-group.ts'
import {
  type EnteringOptions,
  enteringOf,
  withEnteringOptions,
} from '../entered/entering-options.ts'
import { yearOption } from '../entered/year-option.ts'
import { EXIT } from '../exit-code.ts'
import { type FormatOption, formatOption, printDocument, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface ScopeOptions {
  readonly org?: string
  readonly year: number
}

type ImportOptions = ScopeOptions & EnteringOptions & FormatOption

interface ListOptions extends ScopeOptions, FormatOption {
  readonly dueBy?: string
  readonly lateOn?: string
}

interface ReportOptions extends ScopeOptions {
  readonly format: string
  readonly output?: string
}

export function addPlan(program: Command, context: CommandContext): void {
  const { messages } = context
  const { help } = messages.entered
  const group = helpGroup(program, context, { name: 'plan', about: help.plan })
  const scoped = (name: string, about: string) =>
    group
      .command(name)
      .description(about)
      .option('--org <code>', messages.help.stats.org)
      .addOption(yearOption(context, help.year).makeOptionMandatory())
  withEnteringOptions(scoped('import', help.importPlan), context)
    .argument('<FILE>')
    .addOption(formatOption(context))
    .action(action<ImportOptions>(context, importFile))
  scoped('list', help.listPlan)
    .option('--due-by <day>', help.dueBy)
    .option('--late-on <day>', help.lateOn)
    .addOption(formatOption(context))
    .action(action<ListOptions>(context, list))
  scoped('report', help.reportPlan)
    .option('--format <formats>', messages.help.report.format, 'xlsx')
    .option('-o, --output <folder>', messages.help.report.output)
    .action(action<ReportOptions>(context, write))
}

async function importFile(invocation: Invocation<ImportOptions>): Promise<number> {
  const { options, words, terminal, messages } = invocation
  const { givenFile } = await import('../given-file.ts')
  const file = givenFile(words[0] ?? '', invocation)
  const result = await withHub(invocation, (hub) =>
    hub.entered.importPlan({ ...enteringOf(invocation), ...scopeOf(options), file }),
  )
  if (options.format === 'json') {
    printDocument(invocation, result)
    return EXIT.done
  }
  const { plan } = messages.entered
  const { organisation, year, content, dryRun, changed } = result
  const kept = plan.kept(organisation.name, year, content.tasks.length)
  terminal.print(dryRun ? plan.dryRun : changed ? kept : plan.same)
  return EXIT.done
}

async function list(invocation: Invocation<ListOptions>): Promise<number> {
  const { options, messages } = invocation
  const { dueBy, lateOn } = options
  const view = await withHub(invocation, (hub) =>
    hub.entered.plan({
      ...scopeOf(options),
      ...(dueBy === undefined ? {} : { dueBy }),
      ...(lateOn === undefined ? {} : { lateOn }),
    }),
  )
  const { planColumns } = await import('../entered/plan-columns.ts')
  const { printDay } = await import('@cchc/domain')
  await printListing<TaskProgress>(invocation, {
    rows: view.tasks,
    document: view,
    head: [`${view.title}, ${messages.entered.plan.on(printDay(view.on))}`],
    columns: planColumns(invocation),
  })
  return EXIT.done
}

async function write(invocation: Invocation<ReportOptions>): Promise<number> {
  const { options, cwd, terminal, messages } = invocation
  const { BINARY_FORMATS, readFormats } = await import('../report/report-formats.ts')
  const { writeReportFiles } = await import('../report/report-files.ts')
  const formats = readFormats(options.format, messages)
  const { files, code } = await withHub(invocation, async (hub) => {
    const report = await hub.entered.planReport(scopeOf(options))
    const rendered = formats.map(async (format) => {
      return { format, bytes: await hub.renderReport(report, format) }
    })
    return { files: await Promise.all(rendered), code: report.head.organisationCode }
  })
  const [only] = files
  if (options.output === undefined && files.length === 1 && only) {
    if (!BINARY_FORMATS.includes(only.format)) {
      terminal.printBytes(only.bytes)
      return EXIT.done
    }
  }
  const name = `plan_${code}_${options.year}`
  const target = { cwd, folder: options.output ?? '.', name, messages }
  for (const path of writeReportFiles(files, target)) terminal.print(path)
  return EXIT.done
}

function scopeOf({ org, year }: ScopeOptions) {
  return { year, ...(org === undefined ? {} : { organisation: org }) }
}
