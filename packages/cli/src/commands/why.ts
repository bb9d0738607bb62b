import { type Command, Option } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { EXIT } from '../exit-code.ts'
import { printDocument } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

interface WhyOptions {
  readonly org?: string
  readonly period?: string
  readonly template?: string
  readonly column?: string
  readonly rule?: string
  readonly asKnownAt?: string
  readonly treeAt?: string
  readonly current?: boolean
  readonly format: 'table' | 'json'
}

export function addWhy(program: Command, context: CommandContext): void {
  const { why, stats, common } = context.messages.help
  const { help: time } = context.messages.period
  program
    .command('why')
    .description(why.about)
    .argument('<INDICATOR>', why.indicator)
    .option('--org <code>', stats.org)
    .requiredOption('--period <period>', stats.period)
    .option('--template <name>', why.template)
    .option('--column <column>', why.column)
    .option('--rule <name>', why.rule)
    .option('--as-known-at <instant>', time.asKnownAt)
    .option('--tree-at <day>', time.treeAt)
    .option('--current', time.current)
    .addOption(
      new Option('--format <format>', common.format).choices(['table', 'json']).default('table'),
    )
    .action(action<WhyOptions>(context, explain))
}

async function explain(invocation: Invocation<WhyOptions>): Promise<number> {
  const { options, words, terminal } = invocation
  const { org, period, template, column, rule, asKnownAt, treeAt, format } = options
  const { readAsked } = await import('@cchc/hub/questions/question')
  const { WhyParameters } = await import('@cchc/hub/parameters')
  const { whyView } = await import('@cchc/hub/views')
  const parameters = readAsked(WhyParameters, {
    ...{ indicator: words[0], org, period, template, column, rule, asKnownAt, treeAt },
    current: options.current ? 'true' : undefined,
  })
  const view = await withHub(invocation, (hub) => whyView(hub, parameters))
  if (format === 'json') printDocument(invocation, view)
  else {
    const { explanationLines } = await import('../why/explanation-lines.ts')
    terminal.print(explanationLines(view).join('\n'))
  }
  const { printFindings } = await import('../print-findings.ts')
  await printFindings(invocation, view.findings)
  return EXIT.done
}
