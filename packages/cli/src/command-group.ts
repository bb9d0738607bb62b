import type { Command } from 'commander'
import type { CommandContext } from './command-context.ts'

/** A command that lists by itself and has subcommands: refuses a word that names none of them. */
export function groupAction(
  context: CommandContext,
  list: (...given: unknown[]) => Promise<void>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command
    const [word] = command.args
    if (word === undefined) return list(...given)
    const { UsageError } = await import('@cchc/domain')
    const { failure } = context.messages
    throw new UsageError(failure.unknownWord(JSON.stringify(word.slice(0, 40)), command.name()), {
      fix: failure.knownWords(command.commands.map((one) => one.name()).join(', ')),
    })
  }
}

/** A command that only holds others: without one of them it shows its help and ends as wrong usage. */
export function helpGroup(
  program: Command,
  context: CommandContext,
  { name, about }: { readonly name: string; readonly about: string },
): Command {
  const group = program.command(name).description(about).allowExcessArguments()
  return group.action(groupAction(context, async () => group.help({ error: true })))
}
