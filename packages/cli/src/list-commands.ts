import { Help } from 'commander'
import { COMMAND_NAMES } from './commands-by-subject.ts'
import { type Language, loadMessages } from './messages/index.ts'
import { buildProgram, type ListedCommand } from './program.ts'
import { processTerminal } from './terminal.ts'

/** Every command as the help of `cchc` lists it, from the commands themselves. */
export async function listCommands(): Promise<Record<string, ListedCommand>> {
  const vietnamese = new Map((await commandsIn('vi')).map((one) => [one.name(), one]))
  const listed = (await commandsIn('en')).map((one) => {
    const vi = vietnamese.get(one.name())?.description() ?? ''
    const term = new Help().subcommandTerm(one)
    return [one.name(), { term, about: { en: one.description(), vi } }] as const
  })
  return Object.fromEntries(listed)
}

async function commandsIn(language: Language) {
  const messages = await loadMessages(language)
  const context = {
    terminal: processTerminal(messages.failure.outputLost),
    language,
    messages,
    env: {},
    cwd: '.',
    now: Date.now,
    exitWith: () => undefined,
  }
  return (await buildProgram(context, COMMAND_NAMES)).commands
}
