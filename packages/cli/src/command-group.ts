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
