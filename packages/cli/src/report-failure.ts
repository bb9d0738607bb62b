import { type AppError, type Text, toAppError, writtenFaults } from '@cchc/domain'
import { CommanderError } from 'commander'
import type { CommandContext } from './command-context.ts'
import { EXIT, exitCodeOfError } from './exit-code.ts'
import type { Messages } from './messages/index.ts'
import { loadWords, type Words } from './messages/words.ts'
import { oneLine } from './output/text-width.ts'
import { parserRefusal } from './parser-refusal.ts'

interface FailureContext extends Pick<CommandContext, 'terminal' | 'messages' | 'language'> {
  /** Tell it as a JSON document. */
  readonly json: boolean
  /** Say where an unexpected failure arose. */
  readonly debug: boolean
}

/** The one place where a failure becomes words on standard error and an exit code. */
export async function reportFailure(thrown: unknown, context: FailureContext): Promise<number> {
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return EXIT.done
  if (thrown instanceof CommanderError && thrown.code === 'commander.help') return EXIT.usage
  const error = toAppError(
    thrown instanceof CommanderError ? parserRefusal(thrown, context.messages) : thrown,
  )
  context.terminal.note(context.json ? errorDocument(error) : await failureText(error, context))
  if (context.debug && error.code === 'unexpected') context.terminal.note(frames(error.cause))
  return exitCodeOfError(error.code)
}

/** An error in the operator's language. */
export async function failureText(
  error: AppError,
  { language, messages }: Pick<CommandContext, 'language' | 'messages'>,
): Promise<string> {
  return errorText(error, { messages, told: await loadWords(language) })
}

/** An error for people: what is wrong, every fault with its path, what to do next. */
export function errorText(
  error: AppError,
  { messages, told }: { readonly messages: Messages; readonly told: Words },
): string {
  const { labels, causes } = messages.failure
  const line = (text: Text) => oneLine(told(text))
  const faults = error.faults.map(({ path, place, message }) => {
    const where = place ? line(place) : oneLine(path)
    return `  ${where === '' ? '' : `${where}: `}${line(message)}`
  })
  const cause = causes[error.code]
  const what = `${labels.error}: ${cause === '' ? '' : `${cause}: `}${line(error.said)}`
  const next = error.whatToDo === undefined ? [] : [`${labels.fix}: ${line(error.whatToDo)}`]
  return [what, ...faults, ...next].join('\n')
}

function errorDocument(error: AppError): string {
  const { code, message, fix } = error
  const faults = writtenFaults(error.faults)
  return JSON.stringify(
    {
      error: {
        code,
        message,
        ...(fix === undefined ? {} : { fix }),
        ...(faults.length > 0 ? { faults } : {}),
      },
    },
    null,
    2,
  )
}

/** Where an error arose, without the words of its causes: they may quote data. */
function frames(cause: unknown): string {
  const stack = cause instanceof Error ? (cause.stack ?? '') : ''
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}
