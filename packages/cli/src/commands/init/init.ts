import { resolve } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import type { FoundInFolder } from '@cchc/hub'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import type { Messages } from '../../messages/index.ts'
import { loadWords } from '../../messages/words.ts'

interface InitOptions {
  readonly from?: string
  readonly province?: string
}

export function addInit(program: Command, context: CommandContext): void {
  program
    .command('init')
    .description(context.messages.help.init.about)
    .option('--from <FOLDER>', context.messages.help.init.from)
    .option('--province <name>', context.messages.help.init.province)
    .action(action<InitOptions>(context, init))
}

async function init(invocation: Invocation<InitOptions>): Promise<number> {
  const { options, cwd, now, terminal, messages } = invocation
  const { CONFIG_FILE, initConfig } = await import('@cchc/hub')
  const path = resolve(cwd, options.config ?? CONFIG_FILE)
  if (options.from !== undefined && options.province !== undefined) throw bothGiven()
  if (options.from !== undefined) return initFromFolder(invocation, { path, from: options.from })
  initConfig(path, now(), options.province)
  terminal.note(messages.notes.initDone(path))
  return EXIT.done
}

function bothGiven(): UsageError {
  return new UsageError(
    say('--province is of a configuration of portals, --from of one of files.'),
    {
      fix: say('Name one of the two.'),
    },
  )
}

/** Shows what the files of a folder were taken for: heads of columns of lists, and no cell below them. */
async function initFromFolder(
  { cwd, now, language, terminal, messages }: Invocation,
  { path, from }: { readonly path: string; readonly from: string },
): Promise<number> {
  const { initFrom } = await import('@cchc/hub')
  const found = await initFrom(path, { folder: resolve(cwd, from), now: now(), language })
  for (const table of found.tables) terminal.print(tableLine(table, messages))
  const words = await loadWords(language)
  for (const { message, fix } of found.notes) {
    terminal.print(`${messages.notes.finding}: ${words(message)}${fix ? ` – ${words(fix)}` : ''}`)
  }
  for (const column of found.columns) {
    terminal.print(`${messages.notes.finding}: ${messages.notes.unreadColumn(column)}`)
  }
  if (found.columns.length > 0) terminal.note(messages.notes.unreadColumns(path))
  const own = found.units.filter(({ isOwn }) => isOwn).length
  terminal.note(messages.notes.initFromDone(path, found.units.length, own))
  return EXIT.done
}

function tableLine(table: FoundInFolder['tables'][number], { words }: Messages): string {
  const place = table.sheet === null ? table.file : `${table.file} (${table.sheet})`
  const days = table.days === null ? '' : ` (${table.days})`
  const read = table.columns.map(({ head, meaning }) => `${head} = ${meaning}`).join('; ')
  const columns = table.kind === 'counts' ? words.columnsRead(table.columns.length) : read
  return `${place}: ${words.tables[table.kind]}${days}: ${columns}`
}
