import { resolve } from 'node:path'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { loadWords } from '../../messages/words.ts'

export function addInit(program: Command, context: CommandContext): void {
  program
    .command('init')
    .description(context.messages.help.init.about)
    .option('--from <FOLDER>', context.messages.help.init.from)
    .action(action<{ readonly from?: string }>(context, init))
}

async function init(invocation: Invocation<{ readonly from?: string }>): Promise<number> {
  const { options, cwd, terminal, messages } = invocation
  const { CONFIG_FILE, initConfig } = await import('@cchc/hub')
  const path = resolve(cwd, options.config ?? CONFIG_FILE)
  if (options.from !== undefined) return initFromFolder(invocation, { path, from: options.from })
  initConfig(path)
  terminal.note(messages.notes.initDone(path))
  return EXIT.done
}

/** Shows what the files of a folder were taken for: heads of columns of lists, and no cell below them. */
async function initFromFolder(
  { cwd, now, language, terminal, messages }: Invocation,
  { path, from }: { readonly path: string; readonly from: string },
): Promise<number> {
  const { initFrom } = await import('@cchc/hub')
  const found = await initFrom(path, { folder: resolve(cwd, from), now: now(), language })
  const words = await loadWords(language)
  for (const table of found.tables) {
    const isForm = table.kind === 'counts'
    const read = table.columns.map(({ head, meaning }) => `${head} = ${meaning}`).join('; ')
    const columns = isForm ? messages.words.columnsRead(table.columns.length) : read
    const place = table.sheet === null ? table.file : `${table.file} (${table.sheet})`
    const days = table.days === null ? '' : ` (${table.days})`
    terminal.print(`${place}: ${messages.words.tables[table.kind]}${days}: ${columns}`)
  }
  for (const { message, fix } of found.notes) {
    terminal.print(`${messages.notes.finding}: ${words(message)}${fix ? ` – ${words(fix)}` : ''}`)
  }
  const own = found.units.filter(({ isOwn }) => isOwn).length
  terminal.note(messages.notes.initFromDone(path, found.units.length, own))
  return EXIT.done
}
