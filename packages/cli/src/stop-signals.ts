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

const LOOK_EVERY_MS = 500

/** How Windows says that a console is closed or its user logs off; elsewhere a hang-up is nohup's business. */
const CLOSED = process.platform === 'win32' ? (['SIGHUP', 'SIGBREAK'] as const) : []

/**
 * Listens for Ctrl-C and SIGTERM: the first one asks the work to end softly, the second one ends the process at once.
 * npx and npm run end without handing SIGTERM on; that the process which they started for us is gone says the same.
 */
export function listenForStop({
  terminal,
  messages,
  env,
}: Pick<CommandContext, 'terminal' | 'messages' | 'env'>): StopSignals {
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
  const closed = () => stop('SIGTERM')
  for (const name of CLOSED) process.on(name, closed)
  const parent = process.ppid
  const look = () => {
    if (process.ppid === parent) return
    clearInterval(looking)
    if (code === undefined) stop('SIGTERM')
  }
  const looking = env.npm_command === undefined ? undefined : setInterval(look, LOOK_EVERY_MS)
  looking?.unref()
  return {
    signal: asked.signal,
    code: () => code,
    end: () => {
      clearInterval(looking)
      process.off('SIGINT', stop).off('SIGTERM', stop)
      for (const name of CLOSED) process.off(name, closed)
    },
  }
}
