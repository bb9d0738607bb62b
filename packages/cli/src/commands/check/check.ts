import { type AppError, isAppError, say, UsageError } from '@cchc/domain'
import type { HubAuditResult, HubCheckRequest } from '@cchc/hub/check'
import { type Command, CommanderError } from 'commander'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { givenFile } from '../../given-file.ts'
import { formatOption, printDocument, printListing } from '../../output/listing.ts'
import { printFindings } from '../../print-findings.ts'
import { printMissing } from '../../print-missing.ts'
import { withHub } from '../../with-hub.ts'
import { checkDocument, exitOf, isNothingJudged, toldOf } from './check-result.ts'
import { copyOf, printCopy } from './checked-copy.ts'
import type { CheckOptions } from './given-request.ts'

export function addCheck(program: Command, context: CommandContext): void {
  const { check } = context.messages.help
  program
    .command('check')
    .description(check.about)
    .argument('[FILE...]')
    .option('--rules', check.rules)
    .option('--narrative <file>', check.narrative)
    .option('--previous <file>', check.previous)
    .option('--against <code>', check.against)
    .option('--period <period>', check.period)
    .option('--annotate', check.annotate)
    .option('-o, --output <place>', check.output)
    .addOption(formatOption(context))
    .action(
      action<CheckOptions>(context, (invocation) =>
        invocation.options.rules ? listRules(invocation) : checkFiles(invocation),
      ),
    )
}

async function listRules(invocation: Invocation<CheckOptions>): Promise<number> {
  if (invocation.words.length > 0) {
    throw new UsageError(say('--rules lists what is looked for and takes no file.'))
  }
  const { rulesListing } = await import('./rules-listing.ts')
  await printListing(invocation, rulesListing(invocation))
  return EXIT.done
}

async function checkFiles(invocation: Invocation<CheckOptions>): Promise<number> {
  const { words, options } = invocation
  if (words.length === 0) throw noFile()
  if (options.output !== undefined && !options.annotate) throw noAnnotate()
  const { namedFiles } = await import('../../given-files.ts')
  const paths = namedFiles(words, invocation)
  const [path, ...others] = paths
  const { checkFolder } = await import('./check-folder.ts')
  if (others.length > 0 || path !== words[0]) return checkFolder(paths, invocation)
  return checkFile(path ?? '', invocation)
}

async function checkFile(path: string, invocation: Invocation<CheckOptions>): Promise<number> {
  const { options, terminal, messages } = invocation
  const { givenRequest } = await import('./given-request.ts')
  const file = givenFile(path, invocation)
  const request = givenRequest(invocation, file)
  const result = await audited(request, invocation).catch((thrown) => unread(thrown, request))
  if ('unreadable' in result) return refused(result.unreadable, invocation)
  const told = await toldOf(result, invocation)
  const copy = options.annotate ? await copyOf(file, result, { invocation }) : undefined
  if (options.format === 'json') printDocument(invocation, await checkDocument(result, told, copy))
  else if (options.format === 'table') {
    const { findingText } = await import('./finding-text.ts')
    terminal.print(findingText(result, invocation))
  } else {
    const { findingsListing } = await import('./findings-listing.ts')
    await printListing(invocation, findingsListing(result, invocation))
  }
  if (result.compared === 0) terminal.note(messages.check.nothingCompared)
  if (isNothingJudged(result)) terminal.note(messages.check.nothingJudged)
  const missing = printMissing(invocation, { missing: result.missing, partial: true })
  printFindings(invocation, [...told.unread, ...told.notUnderstood])
  if (copy) printCopy(invocation, copy)
  return Math.max(exitOf(result), missing, copy?.failed ? EXIT.partial : EXIT.done)
}

/** That a file cannot be read is what its check finds out; what is wrong with the question is not. */
function unread(thrown: unknown, { against, narrative, previous }: HubCheckRequest) {
  const isOfFile = isAppError(thrown) && thrown.code === 'usage_invalid'
  if (!isOfFile || against || narrative || previous) throw thrown
  return { unreadable: thrown }
}

async function refused(error: AppError, invocation: Invocation<CheckOptions>): Promise<number> {
  const { reportFailure } = await import('../../report-failure.ts')
  const json = invocation.options.format === 'json'
  await reportFailure(error, { ...invocation, json, debug: false })
  return EXIT.partial
}

function noAnnotate(): UsageError {
  return new UsageError(say('-o names where --annotate writes to.'), {
    fix: say('Add --annotate, or leave -o out.'),
  })
}

/** The list of rules needs no file, everything else does. */
function noFile(): CommanderError {
  return new CommanderError(
    EXIT.failed,
    'commander.missingArgument',
    "error: missing required argument 'FILE'",
  )
}

/** Only stored figures need a configuration and a database. */
async function audited(
  request: HubCheckRequest,
  invocation: Invocation<CheckOptions>,
): Promise<HubAuditResult> {
  if (request.against) return withHub(invocation, (hub) => hub.checkReport(request))
  const { checkReport } = await import('@cchc/hub/check')
  return checkReport(request)
}
