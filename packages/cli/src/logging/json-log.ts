import { instantText } from '@cchc/domain'
import { whatIsDone } from '@cchc/hub/doing'
import type { CommandLog } from './command-log.ts'
import type { Destination } from './destination.ts'

/** The levels that a configuration names, the least first. */
const LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type Level = (typeof LEVELS)[number]

interface Lines {
  readonly level: Level
  readonly command: string
  readonly now: () => number
  readonly to: Destination
}

/** A log of JSON lines through pino: `time`, `level`, `command`, `msg`, what is being done, and the facts of the line. */
export async function jsonLog({ level, command, now, to }: Lines): Promise<CommandLog> {
  const { pino } = await import('pino')
  const logger = pino(
    {
      level,
      base: { command },
      timestamp: () => `,"time":"${instantText(now())}"`,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ ...whatIsDone() }),
    },
    to,
  )
  return eachLevel((own, message, facts) => logger[own](facts, message))
}

/** A log whose levels all write the same way. */
export function eachLevel(
  write: (level: Level, message: string, facts: Readonly<Record<string, unknown>>) => void,
): CommandLog {
  const line =
    (level: Level): CommandLog['info'] =>
    (message, facts = {}) =>
      write(level, message, facts)
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
}

/** Whether a line of a level is told where `least` is. */
export function isTold(level: Level, least: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least)
}
