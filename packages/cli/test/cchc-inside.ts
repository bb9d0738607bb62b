import type { CommandContext } from '../src/command-context.ts'
import { type Language, loadMessages } from '../src/messages/index.ts'
import { buildProgram } from '../src/program.ts'

interface Inside extends Pick<CommandContext, 'cwd' | 'env'> {
  readonly language?: Language
  readonly exitWith?: CommandContext['exitWith']
}

/** Runs a command line within this process and returns what it printed; failures are thrown. */
export async function cchcInside(
  words: readonly string[],
  { cwd, env, language = 'en', exitWith = () => undefined }: Inside,
): Promise<string> {
  let out = ''
  const terminal = {
    columns: undefined,
    watched: false,
    print: (text: string) => {
      out += `${text}\n`
    },
    printBytes: (bytes: Uint8Array) => {
      out += new TextDecoder().decode(bytes)
    },
    pour: async (bytes: Uint8Array) => {
      out += new TextDecoder().decode(bytes)
      return true
    },
    note: () => undefined,
  }
  const context = { ...(await contextIn(language)), terminal, cwd, env, exitWith }
  await (await buildProgram(context, words)).parseAsync([...words], { from: 'user' })
  return out
}

/** What commands get, with a terminal that shows nothing. */
export async function contextIn(language: Language): Promise<CommandContext> {
  const silent = () => undefined
  return {
    terminal: {
      ...{ columns: 100, watched: false, print: silent, printBytes: silent, note: silent },
      pour: async () => true,
    },
    language,
    messages: await loadMessages(language),
    env: {},
    cwd: '.',
    now: Date.now,
    exitWith: silent,
  }
}
