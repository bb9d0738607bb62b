import { userInfo } from 'node:os'
import type { Command } from 'commander'
import type { CommandContext, Invocation } from '../command-context.ts'

/** Options of commands that enter something. */
export interface EnteringOptions {
  readonly by?: string
  readonly replace?: boolean
  readonly reason?: string
  readonly dryRun?: boolean
}

/** Adds `--by`, `--replace`, `--reason` and `--dry-run`. */
export function withEnteringOptions(command: Command, { messages }: CommandContext): Command {
  const { help } = messages.entered
  return command
    .option('--by <account>', help.by)
    .option('--replace', help.replace)
    .option('--reason <text>', help.reason)
    .option('--dry-run', help.dryRun)
}

/** Who enters and with what leave; the account of the system unless told. */
export function enteringOf({ options, env }: Invocation<EnteringOptions>) {
  const { by, replace, reason, dryRun } = options
  return {
    by: by ?? systemAccount(env),
    ...(replace === undefined ? {} : { replace }),
    ...(reason === undefined ? {} : { reason }),
    ...(dryRun === undefined ? {} : { dryRun }),
  }
}

function systemAccount(env: CommandContext['env']): string {
  try {
    return userInfo().username
  } catch {
    // Accounts of containers need not have a name.
    return env.USER ?? env.USERNAME ?? ''
  }
}
