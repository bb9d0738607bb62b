import type { CommandContext } from './command-context.ts'
import { EXIT } from './exit-code.ts'

const CODES = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated } as const

/** The wish to stop, as Ctrl-C and SIGTERM tell it. */
export interface StopSignals {
  readonly signal: AbortSignal
  /** The exit code that the signal asks for; undefined when there was none. */
  code(): number | undefined
  /** Gives the signals back to the system. */
  end(): void
}

/** Listens for Ctrl-C and SIGTERM: the first one asks the work to end softly, the second one ends the process at once. */
export function listenForStop({
  terminal,
  messages,
}: Pick<CommandContext, 'terminal' | 'messages'>): StopSignals {
  const asked = new AbortController()
  let code: number | undefined
  const stop = (name: 'SIGINT' | 'SIGTERM'): void => {
    if (code === undefined) {
      code = CODES[name]
      terminal.note(messages.notes.stopping)
      asked.abort()
    } else {
      terminal.note(messages.notes.stoppedAtOnce)
      process.exit(CODES[name])
    }
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return {
    signal: asked.signal,
    code: () => code,
    end: () => void process.off('SIGINT', stop).off('SIGTERM', stop),
  }
}
