import type * as Domain from '@cchc/domain'
import { due } from '@cchc/hub/questions/due'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import type { Messages } from '../../messages/en.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { printMissing } from '../../print-missing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'

export function addDue(program: Command, context: CommandContext): void {
  const own = [{ option: formatOption(context) }]
  questionCommand(program, context, { question: due, own }).action(
    action<FormatOption>(context, list),
  )
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const { printDay, printNumber } = await import('@cchc/domain')
  const asked = askedOf(invocation, due)
  const view = await withReader(invocation, (hub) => hub.ask(due, asked))
  const { columns, kinds, summary, all, leftOut } = invocation.messages.due
  await printListing(invocation, {
    rows: view.items,
    document: view,
    head: [view.organisation?.name ?? all, summary(countsOf(view, { printNumber, printDay }))],
    columns: [
      { title: columns.code, show: ({ code }) => code },
      { title: columns.unit, show: ({ organisation }) => organisation.name, flexible: true },
      { title: columns.procedure, show: ({ procedure }) => procedure?.name ?? '', flexible: true },
      { title: columns.dueOn, show: ({ dueOn }) => printDay(dueOn), plain: ({ dueOn }) => dueOn },
      { title: columns.kind, show: ({ kind }) => kinds[kind], plain: ({ kind }) => kind },
      { title: columns.daysLate, show: ({ daysLate }) => String(daysLate), right: true },
    ],
  })
  if (view.leftOut > 0) invocation.terminal.note(leftOut(printNumber(view.leftOut)))
  return printMissing(invocation, { missing: view.missing, partial: true })
}

type Counts = Parameters<Messages['due']['summary']>[0]

function countsOf(
  { overdue, dueSoon, day, lastDay }: AnswerOf<typeof due>,
  { printNumber, printDay }: Readonly<Pick<typeof Domain, 'printNumber' | 'printDay'>>,
): Counts {
  const printed = (count: number | null) => (count === null ? '…' : printNumber(count))
  const days = { day: printDay(day), lastDay: printDay(lastDay) }
  return { overdue: printed(overdue), dueSoon: printed(dueSoon), ...days }
}
