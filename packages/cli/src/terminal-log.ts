import { instantText } from '@cchc/domain'
import type { OpenHubOptions } from '@cchc/hub'
import type { CommandContext } from './command-context.ts'
import { oneLine } from './output/text-width.ts'

type Log = NonNullable<OpenHubOptions['log']>

/** Log lines on standard error: instant, level, message, facts as name=value. */
export function terminalLog({ terminal, now }: Pick<CommandContext, 'terminal' | 'now'>): Log {
  const line =
    (level: keyof Log) =>
    (message: string, facts: Readonly<Record<string, unknown>> = {}): void => {
      const told = Object.entries(facts).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
      terminal.note(oneLine([instantText(now()), level, message, ...told].join(' ')))
    }
  return { debug: line('debug'), info: line('info'), warn: line('warn') }
}
