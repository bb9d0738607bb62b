import type { Hub } from '@cchc/hub'
import { consolidate } from '@cchc/hub/actions/consolidate'
import type { AnswerOf, AskedOf } from '@cchc/hub/questions/question'
import { report } from '@cchc/hub/questions/report'
import { type Command, Option } from 'commander'
import type { CopyOptions } from '../../annotated-copies.ts'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { personOf } from '../../entering.ts'
import { EXIT } from '../../exit-code.ts'
import { givenFile } from '../../given-file.ts'
import { namedFiles } from '../../given-files.ts'
import { type FormatOption, formatOption, printDocument } from '../../output/listing.ts'
import { printFindings } from '../../print-findings.ts'
import { questionCommand } from '../../question-command.ts'
import { withHub } from '../../with-hub.ts'
import { copiesOf } from './copies-for-units.ts'
import { isGivenBySome } from './given-by-some.ts'

type ConsolidateOptions = FormatOption & CopyOptions

type Consolidation = AnswerOf<typeof consolidate>

export function addConsolidate(program: Command, context: CommandContext): void {
  const { output, annotate } = context.messages.entered.consolidated
  questionCommand(program, context, {
    question: consolidate,
    own: [
      { option: formatOption(context) },
      { option: new Option('-o, --output <folder>', output) },
      { option: new Option('--annotate', annotate) },
    ],
    supplied: ['by'],
  }).action(action<ConsolidateOptions>(context, takeFolder))
}

async function takeFolder(invocation: Invocation<ConsolidateOptions>): Promise<number> {
  const { options, terminal, words, messages } = invocation
  const folder = namedFiles(words, invocation).map((path) => givenFile(path, invocation))
  const asked = askedOf(invocation, consolidate, { folder, by: personOf(invocation) })
  const { told, files } = await withHub(invocation, async (hub) => {
    const told = await hub.act(consolidate, asked)
    return { told, files: told.dryRun ? [] : await written(hub, asked, invocation) }
  })
  const copies = options.annotate ? await copiesOf(told, { folder, invocation }) : []
  if (options.format === 'json') {
    const annotated = options.annotate && { annotated: copies.map(({ path }) => path) }
    printDocument(invocation, { ...told, files, ...annotated })
  } else {
    const { printConsolidation } = await import('./consolidation-text.ts')
    await printConsolidation(told, invocation)
    for (const path of files) terminal.print(path)
    for (const { path } of copies) if (path) terminal.print(messages.check.annotated(path))
  }
  printFindings(
    invocation,
    copies.flatMap(({ notes }) => notes),
  )
  return Math.max(exitOf(told), copies.some(({ failed }) => failed) ? EXIT.partial : EXIT.done)
}

/** The form of the level above, filled, as files. */
async function written(
  hub: Hub,
  asked: AskedOf<typeof consolidate>,
  { cwd, options }: Invocation<ConsolidateOptions>,
): Promise<readonly string[]> {
  const { renderedIn, writeReportFiles } = await import('../report/report-files.ts')
  const { template, org, period, partial } = asked
  const filled = await hub.ask(report, { template, org, period, partial, anyway: true })
  const rendered = await renderedIn(['xlsx', 'docx'], { hub, filled })
  const name = [template, filled.head.organisationCode, period].join('_')
  return writeReportFiles(rendered, { cwd, folder: options.output ?? '.', name })
}

/** Certain faults in a unit's file go before what is not complete. */
function exitOf({ units, refused, sums }: Consolidation): number {
  const isFaulty = units.some(({ findings }) => findings.some((one) => one.severity === 'error'))
  if (isFaulty) return EXIT.defects
  const isOpen = sums.some(isGivenBySome)
  const isMissing = units.some(({ state }) => state === 'missing' || state === 'refused')
  return refused.length > 0 || isOpen || isMissing ? EXIT.partial : EXIT.done
}
