import type { AppError } from '@cchc/domain'
import type { OpenHubOptions } from '@cchc/hub'
import type { Invocation } from '../command-context.ts'
import type { CommandLog } from './command-log.ts'

type OpenLog = NonNullable<OpenHubOptions['openLog']>

/** How a command that runs by itself tells what it does: to people as ever, or as lines of a log where that is configured. */
export interface Journal<I> {
  /** The same call, whose notes are lines of the log once that is JSON. */
  readonly invocation: I
  readonly openLog: OpenLog
  /** Tells programs instead of people; true where it did. */
  line(message: string, facts: Readonly<Record<string, unknown>>): boolean
  /** Tells programs of a failure instead of people; true where it did. */
  failure(error: AppError, facts?: Readonly<Record<string, unknown>>): boolean
}

/** The journal of a command; on a terminal that a person watches a log without a folder is text in any case. */
export function journalOf<I extends Invocation>(invocation: I, command: string): Journal<I> {
  const { terminal, now, options } = invocation
  let json: CommandLog | undefined
  let redact = (text: string) => text
  const openLog: OpenLog = async (settings, masked) => {
    redact = masked
    const level = options.verbose ? 'debug' : settings?.level
    if (level === undefined) return undefined
    const { destinationOf } = await import('./destination.ts')
    const to = destinationOf(invocation, { settings, command })
    if (settings?.format === 'json' && (settings.folder || !terminal.watched)) {
      const { jsonLog } = await import('./json-log.ts')
      json = await jsonLog({ level, command, now, to })
      return json
    }
    const { textLog } = await import('./text-log.ts')
    return textLog({ level, now, to })
  }
  return {
    invocation: {
      ...invocation,
      terminal: {
        ...terminal,
        note: (text) => (json ? json.info(redact(text)) : terminal.note(text)),
      },
    },
    openLog,
    line(message, facts) {
      json?.info(message, facts)
      return json !== undefined
    },
    failure({ code, message, fix }, facts = {}) {
      const told = fix === undefined ? {} : { fix: redact(fix) }
      json?.error(redact(message), { ...facts, code, ...told })
      return json !== undefined
    },
  }
}
