import type { OpenHubOptions } from '@cchc/hub'

/** A log to which the command itself writes too. */
export interface CommandLog extends NonNullable<OpenHubOptions['log']> {
  error(message: string, facts?: Readonly<Record<string, unknown>>): void
}
