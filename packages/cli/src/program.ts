import { Command, Help, Option } from 'commander'
import type { CommandContext } from './command-context.ts'
import { COMMANDS_BY_SUBJECT, type CommandSubject } from './commands-by-subject.ts'
import { helpTerm } from './help-term.ts'
import listed from './listed-commands.json' with { type: 'json' }
import { LANGUAGES, type Language } from './messages/index.ts'

/** How the help of `cchc` lists a command, without loading it. */
export interface ListedCommand {
  readonly term: string
  readonly about: Readonly<Record<Language, string>>
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
  for (const [subject, commands] of Object.entries(COMMANDS_BY_SUBJECT)) {
    program.commandsGroup(help.subjects[subject as CommandSubject])
    for (const [name, load] of Object.entries(commands)) {
      if (words.includes(name)) (await load())(program, context)
      else program.command(name).description(LISTED[name]?.about[context.language] ?? '')
    }
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
