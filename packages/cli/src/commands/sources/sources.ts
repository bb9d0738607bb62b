import type { Hub } from '@cchc/hub'
import type { AnswerOf, AskedOf } from '@cchc/hub/questions/question'
import { sourceChecks } from '@cchc/hub/questions/source-checks'
import { sourceDrift } from '@cchc/hub/questions/source-drift'
import { sources } from '@cchc/hub/questions/sources'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { groupAction } from '../../command-group.ts'
import { EXIT, exitCodeOfError } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withHub, withReader } from '../../with-hub.ts'

export function addSources(program: Command, context: CommandContext): void {
  const own = () => [{ option: formatOption(context) }]
  const group = questionCommand(program, context, { question: sources, own: own() })
  group.allowExcessArguments().action(groupAction(action<FormatOption>(context, list)))
  questionCommand(group, context, {
    question: sourceChecks,
    own: own(),
    explained: ['source'],
  }).action(action<FormatOption>(context, check))
  questionCommand(group, context, { question: sourceDrift, own: own() }).action(
    action<FormatOption>(context, drift),
  )
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const view = await withReader(invocation, (hub) => hub.ask(sources, {}))
  const { columns, words } = invocation.messages
  await printListing(invocation, {
    rows: view.items,
    document: view,
    columns: [
      { title: columns.source, show: ({ id }) => id },
      { title: columns.connector, show: (one) => `${one.connector} ${one.connectorVersion}` },
      { title: columns.title, show: ({ title }) => title, flexible: true },
      { title: columns.streams, show: ({ streams }) => streams.join(', '), flexible: true },
      { title: columns.drift, show: (one) => one.drift },
      { title: columns.maxAge, show: (one) => words.hours(String(one.maxAgeHours)), right: true },
    ],
  })
  return EXIT.done
}

/** What the records of streams look like in short; the fields themselves come as JSON. */
async function drift(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, sourceDrift)
  const view = await withReader(invocation, (hub) => hub.ask(sourceDrift, asked))
  const { countText, instantOf } = await import('../../output/operator-text.ts')
  const { columns, words } = invocation.messages
  await printListing(invocation, {
    rows: view.items,
    document: view,
    columns: [
      { title: columns.source, show: ({ source }) => source },
      { title: columns.stream, show: ({ stream }) => stream },
      { title: columns.drift, show: ({ policy }) => policy },
      {
        title: columns.fields,
        show: ({ fields }) => countText(fields.length, words),
        right: true,
      },
      {
        title: columns.open,
        show: ({ open }) => countText(open.length, words),
        right: true,
      },
      {
        title: columns.lastChange,
        show: ({ last }) => (last ? instantOf(last.at, invocation) : words.never),
      },
      {
        title: columns.changes,
        show: ({ last }) => last?.changes ?? words.none,
        flexible: true,
      },
    ],
  })
  return EXIT.done
}

async function check(invocation: Invocation<FormatOption>): Promise<number> {
  const { messages, terminal, options } = invocation
  const { columns, words, failure } = messages
  const asked = askedOf(invocation, sourceChecks)
  const view = await withHub(invocation, (hub) => checkEach(hub, { asked, invocation }), {
    leavesNothing: true,
  })
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

/** One source after the other, each said before it is tried: one that does not answer takes its time. */
async function checkEach(
  hub: Hub,
  { asked, invocation }: { asked: AskedOf<typeof sourceChecks>; invocation: Invocation },
): Promise<AnswerOf<typeof sourceChecks>> {
  const { terminal, messages } = invocation
  const all = asked.source?.length
    ? asked.source
    : (await hub.ask(sources, {})).items.map(({ id }) => id)
  if (all.length === 0) return hub.ask(sourceChecks, asked)
  const items = []
  for (const id of new Set(all)) {
    if (terminal.watched) terminal.note(messages.notes.checking(id))
    items.push(...(await hub.ask(sourceChecks, { source: [id] })).items)
  }
  return { items }
}
