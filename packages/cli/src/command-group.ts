import type { Command } from 'commander'

/** A command that lists by itself and has subcommands: refuses a word that names none of them. */
export function groupAction(
  list: (...given: unknown[]) => Promise<void>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command
    const [word] = command.args
    if (word === undefined) return list(...given)
    const { UsageError, say } = await import('@cchc/domain')
    const group = command.name()
    const said = JSON.stringify(word.slice(0, 40))
    const words = command.commands.map((one) => one.name()).join(', ')
    const isPeriod = /^\d{4}\b/.test(word)
    throw new UsageError(say('{group} does not know {word}', { group, word: said }), {
      fix: isPeriod
        ? say('Known: {words}. A period is said with --period.', { words })
        : say('Known: {words}.', { words }),
    })
  }
}

/** A command that only holds others: without one of them it shows its help and ends as wrong usage. */
export function helpGroup(
  program: Command,
  { name, about }: { readonly name: string; readonly about: string },
): Command {
  const group = program.command(name).description(about).allowExcessArguments()
  return group.action(groupAction(async () => group.help({ error: true })))
}
