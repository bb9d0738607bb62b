import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type EarlierPeriod, say, UsageError } from '@cchc/domain'
import { report } from '@cchc/hub/questions/report'
import { builtInForms, templates } from '@cchc/hub/questions/templates'
import { type Command, Option } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import {
  type FormatOption,
  LISTING_FORMATS,
  printDocument,
  printListing,
} from '../../output/listing.ts'
import { printFindings } from '../../print-findings.ts'
import { printMissing } from '../../print-missing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'
import { fileOptions, type ReportOptions } from './file-options.ts'

export function addReport(program: Command, context: CommandContext): void {
  questionCommand(program, context, {
    question: report,
    own: [...fileOptions(context), compareOption(context)],
  }).action(
    action<Options>(context, (invocation) =>
      invocation.words.length === 0 ? listTemplates(invocation) : write(invocation),
    ),
  )
}

interface Options extends ReportOptions {
  readonly compare?: EarlierPeriod
}

function compareOption({ messages }: CommandContext) {
  const { compare: about } = messages.help.report
  return { option: new Option('--compare <with>', about).choices(EARLIER) }
}

/** As in `EARLIER_PERIODS`, which is loaded with whatever compares. */
const EARLIER: readonly EarlierPeriod[] = ['last-year', 'last-period']

async function listTemplates(invocation: Invocation<Options>): Promise<number> {
  const view = await knownForms(invocation)
  const { formsListing } = await import('./forms-listing.ts')
  const format = readListingFormat(invocation.options.format)
  const options = { ...invocation.options, format }
  await printListing({ ...invocation, options }, formsListing(view, invocation))
  return EXIT.done
}

/** Formats of reports that lists have too; the table for any other, such as that of a report without `--format`. */
function readListingFormat(text: string | undefined): FormatOption['format'] {
  return LISTING_FORMATS.find((format) => format === text) ?? 'table'
}

/** Where no configuration is, and none is named, those that come with the hub. */
async function knownForms(invocation: Invocation<Options>) {
  const { options, env, cwd } = invocation
  const gateway = options.gateway ?? (env.CCHC_GATEWAY || undefined)
  const isNamed = options.config !== undefined || gateway !== undefined
  const { CONFIG_FILE } = await import('@cchc/hub')
  if (!isNamed && !existsSync(join(cwd, CONFIG_FILE))) return builtInForms()
  return withReader(invocation, (hub) => hub.ask(templates, {}))
}

async function compare(invocation: Invocation<Options>, which: EarlierPeriod): Promise<number> {
  const { compareReport } = await import('./compare-report.ts')
  const { asKnownAt, treeAt, ...asked } = askedOf(invocation, report)
  if (asKnownAt !== undefined || treeAt !== undefined) {
    throw new UsageError(say('A comparison is of what is known now.'), {
      fix: say('Leave out --as-known-at and --tree-at, or make both reports.'),
    })
  }
  const format = readListingFormat(invocation.options.format)
  const options = { ...invocation.options, format }
  return compareReport({ ...invocation, options }, { ...asked, with: which })
}

async function write(invocation: Invocation<Options>): Promise<number> {
  const { options, terminal } = invocation
  if (options.compare !== undefined) return compare(invocation, options.compare)
  const { readFormats } = await import('./report-formats.ts')
  const { renderedIn, writeOrPrint } = await import('./report-files.ts')
  const named = options.format === undefined ? undefined : readFormats(options.format)
  const asked = askedOf(invocation, report)
  const { files, org, lacks } = await withReader(invocation, async (hub) => {
    const filled = await hub.ask(report, asked)
    const org = asked.org ?? filled.head.organisationCode
    const files = await renderedIn(named ?? [filled.layout ?? 'xlsx'], { hub, filled })
    return { files, org, lacks: hub.lacksOf(filled) }
  })
  const name = [asked.template, org, asked.period].join('_')
  const paths = writeOrPrint(invocation, { files, name })
  if (paths.length > 0 && options.format === 'json') printDocument(invocation, { files: paths })
  else for (const path of paths) terminal.print(path)
  printFindings(invocation, lacks.cautions)
  return printMissing(invocation, { missing: lacks.missing, partial: asked.partial })
}
