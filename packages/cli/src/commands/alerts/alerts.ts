import { sendAlerts } from '@cchc/hub/actions/send-alerts'
import { testAlert } from '@cchc/hub/actions/test-alert'
import { alerts } from '@cchc/hub/questions/alerts'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { groupAction } from '../../command-group.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { listenForStop } from '../../stop-signals.ts'
import { withHub, withReader } from '../../with-hub.ts'

export function addAlerts(program: Command, context: CommandContext): void {
  const own = () => [{ option: formatOption(context) }]
  const group = questionCommand(program, context, { question: alerts, own: own() })
  group.allowExcessArguments().action(groupAction(action<FormatOption>(context, list)))
  questionCommand(group, context, { question: sendAlerts, own: own() }).action(
    action<FormatOption>(context, send),
  )
  questionCommand(group, context, {
    ...{ question: testAlert, own: own(), explained: ['channel'] },
  }).action(action<FormatOption>(context, test))
}

const CODES = { good: EXIT.done, look: EXIT.partial, broken: EXIT.failed }

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const view = await withReader(invocation, (hub) => hub.ask(alerts, {}))
  const { instantOf } = await import('../../output/operator-text.ts')
  const { columns, words, doctor, alerts: said } = invocation.messages
  const when = (instant: string | null) =>
    instant === null ? words.none : instantOf(instant, invocation)
  await printListing(invocation, {
    rows: view.items,
    document: view,
    columns: [
      { title: said.told, show: ({ told }) => told, flexible: true },
      {
        title: columns.freshness,
        show: ({ severity }) => doctor.states[severity],
        plain: ({ severity }) => severity,
      },
      { title: said.since, show: ({ since }) => when(since), plain: ({ since }) => since ?? '' },
      { title: said.sent, show: ({ sentAt }) => when(sentAt), plain: ({ sentAt }) => sentAt ?? '' },
      { title: doctor.fix, show: ({ fix }) => fix, flexible: true },
    ],
  })
  for (const one of view.deliveries) {
    invocation.terminal.note(said.delivery({ ...one, at: when(one.createdAt) }))
  }
  return CODES[view.state]
}

async function send(invocation: Invocation<FormatOption>): Promise<number> {
  const stop = listenForStop(invocation)
  try {
    const asked = askedOf(invocation, sendAlerts)
    const { signal } = stop
    const told = await withHub(invocation, (hub) => hub.act(sendAlerts, asked, { signal }))
    await printTold(invocation, { told, isDry: asked.dryRun ?? false })
    return stop.code() ?? codeOf(told)
  } finally {
    stop.end()
  }
}

type Told = AnswerOf<typeof sendAlerts>

async function printTold(
  invocation: Invocation<FormatOption>,
  { told, isDry }: { readonly told: Told; readonly isDry: boolean },
): Promise<void> {
  const { alerts: said } = invocation.messages
  await printListing(invocation, {
    rows: told.messages,
    document: told,
    columns: [
      { title: said.channel, show: ({ channel }) => channel },
      { title: said.subject, show: ({ subject }) => subject, flexible: true },
    ],
  })
  if (isDry) for (const { text } of told.messages) invocation.terminal.note(text)
  invocation.terminal.note(isDry ? said.dryRun : said.sums(told))
  if (told.quiet) invocation.terminal.note(said.quiet)
}

function codeOf({ waiting, givenUp }: Told): number {
  if (givenUp > 0) return EXIT.failed
  return waiting > 0 ? EXIT.partial : EXIT.done
}

async function test(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, testAlert)
  const told = await withHub(invocation, (hub) => hub.act(testAlert, asked))
  const { alerts: said } = invocation.messages
  await printListing(invocation, {
    rows: [told],
    document: told,
    columns: [
      { title: said.channel, show: ({ channel }) => channel },
      {
        title: said.arrived,
        show: ({ arrived }) => (arrived ? said.yes : said.no),
        plain: ({ arrived }) => String(arrived),
      },
      { title: said.fault, show: ({ fault }) => fault ?? '', flexible: true },
    ],
  })
  return told.arrived ? EXIT.done : EXIT.failed
}
