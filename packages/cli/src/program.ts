import { Command, Help, Option } from 'commander'
import type { CommandContext } from './command-context.ts'
import { helpTerm } from './help-term.ts'
import listed from './listed-commands.json' with { type: 'json' }
import { LANGUAGES, type Language } from './messages/index.ts'

/** How the help of `cchc` lists a command, without loading it. */
export interface ListedCommand {
  readonly term: string
  readonly about: Readonly<Record<Language, string>>
}

type AddCommand = (program: Command, context: CommandContext) => void

/** Every command by its first word, in the order of the help; it is loaded when a command line names it. */
export const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import('./commands/init/init.ts')).addInit,
  sources: async () => (await import('./commands/sources/sources.ts')).addSources,
  sync: async () => (await import('./commands/sync/sync.ts')).addSync,
  status: async () => (await import('./commands/status/status.ts')).addStatus,
  worker: async () => (await import('./commands/worker/worker.ts')).addWorker,
  schedules: async () => (await import('./commands/schedules/schedules.ts')).addSchedules,
  doctor: async () => (await import('./commands/doctor/doctor.ts')).addDoctor,
  alerts: async () => (await import('./commands/alerts/alerts.ts')).addAlerts,
  runs: async () => (await import('./commands/runs/runs.ts')).addRuns,
  quarantine: async () => (await import('./commands/quarantine/quarantine.ts')).addQuarantine,
  stats: async () => (await import('./commands/stats/stats.ts')).addStats,
  report: async () => (await import('./commands/report/report.ts')).addReport,
  why: async () => (await import('./commands/why/why.ts')).addWhy,
  reconcile: async () => (await import('./commands/reconcile/reconcile.ts')).addReconcile,
  indicators: async () => (await import('./commands/indicators/indicators.ts')).addIndicators,
  plan: async () => (await import('./commands/plan/plan.ts')).addPlan,
  index: async () => (await import('./commands/index-result/index-result.ts')).addIndex,
  check: async () => (await import('./commands/check/check.ts')).addCheck,
  serve: async () => (await import('./commands/serve/serve.ts')).addServe,
  audit: async () => (await import('./commands/audit/audit.ts')).addAudit,
  keys: async () => (await import('./commands/keys/keys.ts')).addKeys,
  service: async () => (await import('./commands/service/service.ts')).addService,
  backup: async () => (await import('./commands/store/backup.ts')).addBackup,
  restore: async () => (await import('./commands/store/backup.ts')).addRestore,
  store: async () => (await import('./commands/store/store.ts')).addStore,
  connector: async () => (await import('./commands/connector/connector.ts')).addConnector,
  period: async () => (await import('./commands/period/period.ts')).addPeriod,
  calendar: async () => (await import('./commands/calendar/calendar.ts')).addCalendar,
  organisations: async () =>
    (await import('./commands/organisations/organisations.ts')).addOrganisations,
  procedures: async () => (await import('./commands/procedures/procedures.ts')).addProcedures,
}

const LISTED: Readonly<Record<string, ListedCommand>> = listed

/**
 * The command line for these words: what they name is loaded, every other command is there with its line of the help.
 * Each command loads what it needs only when it runs.
 */
export async function buildProgram(
  context: CommandContext,
  words: readonly string[],
): Promise<Command> {
  const program = new Command('cchc')
  const { help } = context.messages
  program
    .description(help.program)
    .option('-V, --version', help.version)
    .option('--config <file>', help.common.config)
    .option('--gateway <url>', help.common.gateway)
    .option('--key <key>', help.common.key)
    .addOption(new Option('--lang <language>', help.common.lang).choices(LANGUAGES))
    .option('--verbose', help.common.verbose)
    .addHelpText('after', `\n${help.after}`)
  prepare(program, context)
  for (const [name, load] of Object.entries(COMMANDS)) {
    if (words.includes(name)) (await load())(program, context)
    else program.command(name).description(LISTED[name]?.about[context.language] ?? '')
  }
  for (const command of withSubcommands(program)) {
    prepare(command, context)
    if (command.commands.length === 0) command.allowExcessArguments(false)
  }
  program.configureHelp({
    ...program.configureHelp(),
    subcommandTerm: (one) => helpTerm(LISTED[one.name()]?.term ?? one.name(), context.messages),
  })
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
