import { why } from '@cchc/hub/questions/why'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { type FormatOption, formatOption, printDocument } from '../../output/listing.ts'
import { printFindings } from '../../print-findings.ts'
import { printMissing } from '../../print-missing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'

export function addWhy(program: Command, context: CommandContext): void {
  questionCommand(program, context, {
    question: why,
    own: [{ option: formatOption(context).choices(['table', 'json']) }],
    explained: ['indicator'],
  }).action(action<FormatOption>(context, explain))
}

async function explain(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, why)
  const view = await withReader(invocation, (hub) => hub.ask(why, asked))
  if (invocation.options.format === 'json') printDocument(invocation, view)
  else {
    const { explanationLines } = await import('./explanation-lines.ts')
    invocation.terminal.print(explanationLines(view).join('\n'))
  }
  printFindings(invocation, [...(view.cautions ?? []), ...view.findings])
  return printMissing(invocation, { missing: view.missing, partial: asked.partial })
}
