import type { Command } from 'commander'
import type { Language, Messages } from './messages/index.ts'
import type { Terminal } from './terminal.ts'

/** Everything outside memory that a command may touch. */
export interface CommandContext {
  readonly terminal: Terminal
  readonly language: Language
  readonly messages: Messages
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly now: () => number
  readonly exitWith: (code: number) => void
}

/** Options of every command. */
interface CommonOptions {
  readonly config?: string
  /** The URL of a gateway whose hub is asked. */
  readonly gateway?: string
  readonly key?: string
  readonly verbose?: boolean
}

/** One call of a command: its options, and its words that are no options. */
export interface Invocation<Options = object> extends CommandContext {
  readonly options: Options & CommonOptions
  readonly words: readonly string[]
}

/** Makes a command's action: what `run` returns becomes the exit code. */
export function action<Options>(
  context: CommandContext,
  run: (invocation: Invocation<Options>) => Promise<number>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command
    const stray = optionOfGroup(command)
    if (stray !== undefined) {
      const { say, UsageError } = await import('@cchc/domain')
      throw new UsageError(say('there is no option {name}', { name: stray }), {
        fix: say('See cchc --help, or the --help of the command.'),
      })
    }
    const options = command.optsWithGlobals<Options & CommonOptions>()
    context.exitWith(await run({ ...context, options, words: command.args }))
  }
}

/** An option that was given to a command of a group and that only the group's own listing has: nobody would read it. */
function optionOfGroup({ options, parent: group }: Command): string | undefined {
  if (!group?.parent) return undefined
  const own = new Set(options.map((option) => option.attributeName()))
  const stray = group.options.find((option) => {
    const name = option.attributeName()
    return group.getOptionValueSource(name) === 'cli' && !own.has(name)
  })
  return stray?.long
}

/** The language of messages: `--lang`, otherwise what the system says. Looked for before options are read, for help needs it. */
export function detectLanguage(words: readonly string[], env: CommandContext['env']): Language {
  const asked = lastValue(words, '--lang')
  if (asked !== undefined) return asked === 'vi' ? 'vi' : 'en'
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^vi(_|\.|$)/i.test(system) ? 'vi' : 'en'
}

/** Whether failures are to be told as JSON too. */
export function wantsJson(words: readonly string[]): boolean {
  return lastValue(words, '--format') === 'json'
}

function lastValue(words: readonly string[], option: string): string | undefined {
  const values = words.flatMap((word, index) => {
    if (word === option) return words[index + 1] ?? []
    return word.startsWith(`${option}=`) ? word.slice(option.length + 1) : []
  })
  return values.at(-1)
}
