import { CommanderError } from 'commander'
import { type CommandContext, detectLanguage, wantsJson } from './command-context.ts'
import { loadMessages } from './messages/index.ts'
import { buildProgram } from './program.ts'
import { processTerminal } from './terminal.ts'

/** Runs one command line and sets the exit code of the process; never throws. */
export async function main(words: readonly string[]): Promise<void> {
  const language = detectLanguage(words, process.env)
  const messages = await loadMessages(language)
  const context: CommandContext = {
    terminal: processTerminal(messages.failure.outputLost),
    language,
    messages,
    env: process.env,
    cwd: process.cwd(),
    now: Date.now,
    exitWith: (code) => {
      process.exitCode = code
    },
  }
  try {
    const program = await buildProgram(context, words)
    await program.parseAsync([...words], { from: 'user' })
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return
    const { reportFailure } = await import('./report-failure.ts')
    const debug = words.includes('--verbose') || process.env.CCHC_DEBUG === '1'
    context.exitWith(await reportFailure(thrown, { ...context, json: wantsJson(words), debug }))
  }
}
