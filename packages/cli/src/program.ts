import { Command, Help, Option } from 'commander'
import type { CommandContext } from './command-context.ts'
import { addCalendar } from './commands/calendar.ts'
import { addCheck } from './commands/check.ts'
import { addIndex } from './commands/index-result.ts'
import { addIndicators } from './commands/indicators.ts'
import { addInit } from './commands/init.ts'
import { addOrganisations } from './commands/organisations.ts'
import { addPeriod } from './commands/period.ts'
import { addPlan } from './commands/plan.ts'
import { addProcedures } from './commands/procedures.ts'
import { addQuarantine } from './commands/quarantine.ts'
import { addReconcile } from './commands/reconcile.ts'
import { addReport } from './commands/report.ts'
import { addRuns } from './commands/runs.ts'
import { addServe } from './commands/serve.ts'
import { addSources } from './commands/sources.ts'
import { addStats } from './commands/stats.ts'
import { addStatus } from './commands/status.ts'
import { addSync } from './commands/sync.ts'
import { addWhy } from './commands/why.ts'
import { helpTerm } from './help-term.ts'
import { LANGUAGES } from './messages/index.ts'

const COMMANDS = [
  addInit,
  addSources,
  addSync,
  addStatus,
  addRuns,
  addQuarantine,
  addStats,
  addReport,
  addWhy,
  addReconcile,
  addIndicators,
  addPlan,
  addIndex,
  addCheck,
  addServe,
  addPeriod,
  addCalendar,
  addOrganisations,
  addProcedures,
]

/** The whole command line; each command loads what it needs only when it runs. */
export function buildProgram(context: CommandContext): Command {
  const program = new Command('cchc')
  const { help } = context.messages
  program
    .description(help.program)
    .option('-V, --version', help.version)
    .option('--config <file>', help.common.config)
    .addOption(new Option('--lang <language>', help.common.lang).choices(LANGUAGES))
    .option('--verbose', help.common.verbose)
    .addHelpText('after', `\n${help.after}`)
  prepare(program, context)
  for (const add of COMMANDS) add(program, context)
  for (const command of withSubcommands(program)) prepare(command, context)
  return program
}

function withSubcommands(command: Command): Command[] {
  return command.commands.flatMap((one) => [one, ...withSubcommands(one)])
}

const ENGLISH = new Help()

/** What every command has in common: its help in our words, and failures that are thrown instead of printed. */
function prepare(command: Command, { messages, terminal }: CommandContext): void {
  const { help } = messages
  command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
      outputError: () => undefined,
    })
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => help.titles[title] ?? title,
      commandUsage: (one) => helpTerm(ENGLISH.commandUsage(one), messages),
      subcommandTerm: (one) => helpTerm(ENGLISH.subcommandTerm(one), messages),
      optionTerm: (option) => helpTerm(ENGLISH.optionTerm(option), messages),
      argumentTerm: (argument) => help.word(ENGLISH.argumentTerm(argument)),
      optionDescription: (option) => help.choices(ENGLISH.optionDescription(option)),
    })
}
