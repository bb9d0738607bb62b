import { resolve } from 'node:path'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'

export function addInit(program: Command, context: CommandContext): void {
  program
    .command('init')
    .description(context.messages.help.init.about)
    .action(action(context, init))
}

async function init({ options, cwd, terminal, messages }: Invocation): Promise<number> {
  const { CONFIG_FILE, initConfig } = await import('@cchc/hub')
  const path = resolve(cwd, options.config ?? CONFIG_FILE)
  initConfig(path)
  terminal.note(messages.notes.initDone(path))
  return EXIT.done
}
