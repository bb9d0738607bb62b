import { sourceChecks } from '@cchc/hub/questions/source-checks'
import { sources } from '@cchc/hub/questions/sources'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { groupAction } from '../../command-group.ts'
import { EXIT, exitCodeOfError } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withHub } from '../../with-hub.ts'

export function addSources(program: Command, context: CommandContext): void {
  const own = () => [{ option: formatOption(context) }]
  const group = questionCommand(program, context, { question: sources, own: own() })
  group.allowExcessArguments().action(groupAction(action<FormatOption>(context, list)))
  questionCommand(group, context, {
    question: sourceChecks,
    own: own(),
    explained: ['source'],
  }).action(action<FormatOption>(context, check))
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const view = await withHub(invocation, (hub) => hub.ask(sources, {}))
  const { columns, words } = invocation.messages
  await printListing(invocation, {
    rows: view.items,
    document: view,
    columns: [
      { title: columns.source, show: ({ id }) => id },
      { title: columns.connector, show: (one) => `${one.connector} ${one.connectorVersion}` },
      { title: columns.title, show: ({ title }) => title, flexible: true },
      { title: columns.streams, show: ({ streams }) => streams.join(', '), flexible: true },
      { title: columns.maxAge, show: (one) => words.hours(String(one.maxAgeHours)), right: true },
    ],
  })
  return EXIT.done
}

async function check(invocation: Invocation<FormatOption>): Promise<number> {
  const { messages, terminal, options } = invocation
  const { columns, words, failure } = messages
  const asked = askedOf(invocation, sourceChecks)
  const view = await withHub(invocation, (hub) => hub.ask(sourceChecks, asked))
  const rows = view.items.flatMap(({ id, error, streams }) =>
    streams.length === 0
      ? [{ id, stream: words.none, error }]
      : streams.map(({ stream, error }) => ({ id, stream, error })),
  )
  await printListing(invocation, {
    rows,
    document: view,
    columns: [
      { title: columns.source, show: ({ id }) => id },
      { title: columns.stream, show: ({ stream }) => stream },
      {
        title: columns.result,
        show: ({ error }) =>
          error ? `${failure.labels.error}: ${error.message}` : words.reachable,
        flexible: true,
      },
    ],
  })
  const errors = rows.flatMap(({ id, error }) => (error ? [{ id, ...error }] : []))
  const fixes = new Set(
    errors.flatMap(({ id, fix }) => (fix ? `${id}: ${failure.labels.fix}: ${fix}` : [])),
  )
  if (options.format !== 'json') for (const fix of fixes) terminal.note(fix)
  return Math.max(EXIT.done, ...errors.map(({ code }) => exitCodeOfError(code)))
}
