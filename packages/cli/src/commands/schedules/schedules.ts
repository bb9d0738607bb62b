import type { AnswerOf } from '@cchc/hub/questions/question'
import { schedules } from '@cchc/hub/questions/schedules'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'

export function addSchedules(program: Command, context: CommandContext): void {
  const own = [{ option: formatOption(context) }]
  questionCommand(program, context, { question: schedules, own }).action(
    action<FormatOption>(context, show),
  )
}

type Item = AnswerOf<typeof schedules>['items'][number]

async function show(invocation: Invocation<FormatOption>): Promise<number> {
  const view = await withReader(invocation, (hub) => hub.ask(schedules, {}))
  const { instantOf } = await import('../../output/operator-text.ts')
  const { schedules: text } = invocation.messages
  const instant = (at: string | undefined) => instantOf(at ?? null, invocation)
  await printListing<Item>(invocation, {
    rows: view.items,
    document: view,
    columns: [
      { title: text.schedule, show: ({ schedule }) => schedule },
      { title: text.does, show: ({ does }) => does, flexible: true },
      { title: text.pattern, show: ({ pattern }) => pattern },
      {
        title: text.next,
        show: ({ next }) => instant(next?.dueAt),
        plain: ({ next }) => next?.dueAt ?? '',
      },
      {
        title: text.last,
        show: ({ last }) => instant(last?.at),
        plain: ({ last }) => last?.at ?? '',
      },
      { title: text.outcome, show: (item) => outcomeText(item, invocation) },
      { title: text.waiting, show: ({ waiting }) => String(waiting), right: true },
    ],
  })
  if (invocation.options.format === 'table') tell(view, invocation)
  return view.late ? EXIT.stale : EXIT.done
}

function outcomeText({ running, last }: Item, { messages }: Invocation): string {
  const { state } = running ?? last ?? {}
  return state === undefined ? messages.words.none : messages.schedules.states[state]
}

function tell(
  { items, late }: AnswerOf<typeof schedules>,
  { terminal, messages }: Invocation,
): void {
  if (items.length === 0) terminal.note(messages.schedules.none)
  for (const { schedule, last } of items) {
    for (const told of last?.told ?? []) terminal.note(`${schedule}: ${told}`)
  }
  if (late) terminal.note(messages.schedules.late)
}
