import { dirname, resolve } from 'node:path'
import { moveStore, rebuildStore } from '@cchc/hub/actions/archiving'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { helpGroup } from '../../command-group.ts'
import { type FormatOption, formatOption } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { printTables, whileStoppable } from './print-tables.ts'

export function addStore(program: Command, context: CommandContext): void {
  const group = helpGroup(program, { name: 'store', about: context.messages.store.about })
  questionCommand(group, context, {
    ...{ question: moveStore, own: [{ option: formatOption(context) }] },
  }).action(action<FormatOption & { readonly to: string }>(context, move))
  questionCommand(group, context, { question: rebuildStore }).action(
    action<Record<never, never>>(context, rebuild),
  )
}

async function rebuild(invocation: Invocation<Record<never, never>>): Promise<number> {
  const { messages, terminal } = invocation
  return whileStoppable(invocation, async (hub, signal) => {
    const { rebuilt } = await hub.act(rebuildStore, {}, { signal })
    terminal.note(rebuilt ? messages.store.rebuilt : messages.store.rebuildStopped)
  })
}

async function move(
  invocation: Invocation<FormatOption & { readonly to: string }>,
): Promise<number> {
  const { options, cwd, env, messages, terminal } = invocation
  const { CONFIG_FILE, givenStoreUrl } = await import('@cchc/hub')
  const config = resolve(cwd, options.config ?? CONFIG_FILE)
  const to = givenStoreUrl(options.to, { env, folder: dirname(config) })
  const asked = askedOf(invocation, moveStore, { to })
  return whileStoppable(invocation, async (hub, signal) => {
    const moved = await hub.act(moveStore, asked, { signal })
    await printTables(invocation, moved)
    terminal.note(messages.store.moved(moved.target, config))
  })
}
