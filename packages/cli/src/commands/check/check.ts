import type { AuditResult, HubCheckRequest } from '@cchc/hub/check'
import { type Command, Option } from 'commander'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { printDocument } from '../../output/listing.ts'
import { withHub } from '../../with-hub.ts'
import type { CheckOptions } from './given-request.ts'

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
  const { options, terminal } = invocation
  const { givenRequest } = await import('./given-request.ts')
  const result = await audited(givenRequest(invocation), invocation)
  if (options.format === 'json') printDocument(invocation, result)
  else {
    const { findingText } = await import('./finding-text.ts')
    terminal.print(findingText(result, invocation))
  }
  return result.findings.some(({ severity }) => severity === 'error') ? EXIT.defects : EXIT.done
}

/** Only stored figures need a configuration and a database. */
async function audited(
  request: HubCheckRequest,
  invocation: Invocation<CheckOptions>,
): Promise<AuditResult> {
  if (request.against) return withHub(invocation, (hub) => hub.checkReport(request))
  const { checkReport } = await import('@cchc/hub/check')
  return checkReport(request)
}
