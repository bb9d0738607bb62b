import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Hub } from '@cchc/hub'
import { connectorRecord } from '@cchc/hub/questions/connector-record'
import { connectorTry } from '@cchc/hub/questions/connector-try'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { helpGroup } from '../../command-group.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { listenForStop } from '../../stop-signals.ts'
import { withHub } from '../../with-hub.ts'

interface OutputOption {
  readonly format?: undefined
  readonly output: string
}

export function addConnector(program: Command, context: CommandContext): void {
  const { connector } = context.messages
  const group = helpGroup(program, { name: 'connector', about: connector.about })
  const ask = { question: connectorTry, own: [{ option: formatOption(context) }] }
  questionCommand(group, context, ask).action(action<FormatOption>(context, tryOut))
  questionCommand(group, context, { question: connectorRecord })
    .requiredOption('--output <folder>', connector.output)
    .action(action<OutputOption>(context, record))
  group
    .command('new')
    .description(connector.new)
    .argument('<FOLDER>')
    .action(action(context, begin))
  group
    .command('test')
    .description(connector.test)
    .argument('[PATH]')
    .addOption(formatOption(context))
    .action(action<FormatOption>(context, prove))
}

async function begin({ words, cwd, terminal, messages }: Invocation): Promise<number> {
  const [name = ''] = words
  const { newConnector } = await import('@cchc/hub/developing/scaffold')
  const { files } = newConnector(resolve(cwd, name))
  terminal.note(messages.connector.begun(name, files.length))
  return EXIT.done
}

async function prove(invocation: Invocation<FormatOption>): Promise<number> {
  const { words, cwd } = invocation
  const { testPackage } = await import('@cchc/hub/developing/test-package')
  const stop = listenForStop(invocation)
  try {
    const checks = await testPackage(resolve(cwd, words[0] ?? '.'), { signal: stop.signal })
    const { printChecks } = await import('./print-checks.ts')
    await printChecks(invocation, checks)
    return checks.every(({ passed }) => passed) ? EXIT.done : EXIT.failed
  } finally {
    stop.end()
  }
}

async function tryOut(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, connectorTry)
  const tried = await withoutStore(invocation, (hub) => hub.ask(connectorTry, asked))
  const { printTrial } = await import('./print-trial.ts')
  return printTrial(invocation, tried)
}

async function record(invocation: Invocation<OutputOption>): Promise<number> {
  const asked = askedOf(invocation, connectorRecord)
  const recorded = await withoutStore(invocation, (hub) => hub.ask(connectorRecord, asked))
  const { writeRecordings } = await import('./write-recordings.ts')
  return writeRecordings(invocation, recorded)
}

/** What stores nothing must work without the configured database: it gets an empty one that is gone afterwards. */
async function withoutStore<T>(
  invocation: Parameters<typeof withHub>[0],
  work: (hub: Hub) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-connector-'))
  try {
    return await withHub(invocation, work, { storeUrl: `sqlite:${join(folder, 'empty.db')}` })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
