import { UsageError } from '@cchc/domain'
import type { AuditResult, HubCheckRequest } from '@cchc/hub/check'
import { type Command, Option } from 'commander'
import { findingText } from '../check/finding-text.ts'
import { readGivenFile } from '../check/read-given-file.ts'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { EXIT } from '../exit-code.ts'
import { printDocument } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface CheckOptions {
  readonly narrative?: string
  readonly previous?: string
  readonly against?: string
  readonly period?: string
  readonly format: 'table' | 'json'
}

export function addCheck(program: Command, context: CommandContext): void {
  const { check, common } = context.messages.help
  program
    .command('check')
    .description(check.about)
    .argument('<FILE>')
    .option('--narrative <file>', check.narrative)
    .option('--previous <file>', check.previous)
    .option('--against <code>', check.against)
    .option('--period <period>', check.period)
    .addOption(
      new Option('--format <format>', common.format).choices(['table', 'json']).default('table'),
    )
    .action(action<CheckOptions>(context, checkFile))
}

async function checkFile(invocation: Invocation<CheckOptions>): Promise<number> {
  const { options, terminal, words } = invocation
  const request: HubCheckRequest = {
    file: readGivenFile(words[0] ?? '', invocation),
    ...(options.narrative ? { narrative: readGivenFile(options.narrative, invocation) } : {}),
    ...(options.previous ? { previous: readGivenFile(options.previous, invocation) } : {}),
  }
  const result = await audited(request, invocation)
  if (options.format === 'json') printDocument(invocation, result)
  else terminal.print(findingText(result, invocation))
  return result.findings.some(({ severity }) => severity === 'error') ? EXIT.defects : EXIT.done
}

/** Only stored figures need a configuration and a database. */
async function audited(
  request: HubCheckRequest,
  invocation: Invocation<CheckOptions>,
): Promise<AuditResult> {
  const { against, period } = invocation.options
  if ((against === undefined) !== (period === undefined)) {
    throw new UsageError(invocation.messages.check.needsPeriod)
  }
  if (against !== undefined && period !== undefined) {
    const stored = { organisation: against, period }
    return withHub(invocation, (hub) => hub.checkReport({ ...request, against: stored }))
  }
  const { checkReport } = await import('@cchc/hub/check')
  return checkReport(request)
}
