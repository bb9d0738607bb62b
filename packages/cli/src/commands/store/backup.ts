import { resolve } from 'node:path'
import type { Hub } from '@cchc/hub'
import { backup, restore } from '@cchc/hub/actions/archiving'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { type FormatOption, formatOption } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { printTables, whileStoppable } from './print-tables.ts'

export function addBackup(program: Command, context: CommandContext): void {
  addArchiving(program, context, backup)
}

export function addRestore(program: Command, context: CommandContext): void {
  addArchiving(program, context, restore)
}

type Archiving = typeof backup | typeof restore
type Done = AnswerOf<typeof backup> & Partial<Pick<AnswerOf<typeof restore>, 'keys'>>

function addArchiving(program: Command, context: CommandContext, question: Archiving): void {
  questionCommand(program, context, {
    ...{ question, own: [{ option: formatOption(context) }], explained: ['file'] },
  }).action(action<FormatOption>(context, (invocation) => run(invocation, question)))
}

async function run(invocation: Invocation<FormatOption>, archiving: Archiving): Promise<number> {
  const { words, cwd, messages, terminal } = invocation
  const asked = askedOf(invocation, archiving, { file: resolve(cwd, words[0] ?? '') })
  return whileStoppable(invocation, async (hub: Hub, signal) => {
    const revokesKeys = 'withoutKeys' in asked && asked.withoutKeys
    const hadKeys = archiving === restore && (revokesKeys || (await hub.access.hasKeys()))
    const done: Done = await hub.act(archiving, asked, { signal })
    const { instantOf } = await import('../../output/operator-text.ts')
    await printTables(invocation, done)
    const told = archiving === backup ? messages.store.backedUp : messages.store.restored
    terminal.note(told(done.file, instantOf(done.madeAt, invocation)))
    const keys = done.keys?.map(({ id, name }) => `${id} (${name})`) ?? []
    if (keys.length > 0) terminal.note(messages.store.keysAgain(keys.join(', ')))
    if (hadKeys && !(await hub.access.hasKeys())) terminal.note(messages.store.keysGone)
  })
}
