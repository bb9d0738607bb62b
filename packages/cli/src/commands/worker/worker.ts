import { work } from '@cchc/hub/actions/work'
import { goBehind } from '@cchc/hub/go-behind'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { type Command, Option } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { journalOf } from '../../logging/journal.ts'
import { questionCommand } from '../../question-command.ts'
import { listenForStop } from '../../stop-signals.ts'
import { withHub } from '../../with-hub.ts'
import { slotTeller } from './slot-teller.ts'

interface WorkerOptions {
  readonly format: 'text' | 'json'
}

export function addWorker(program: Command, context: CommandContext): void {
  const option = new Option('--format <format>', context.messages.help.common.format)
    .choices(['text', 'json'])
    .default('text')
  questionCommand(program, context, { question: work, own: [{ option }] }).action(
    action<WorkerOptions>(context, run),
  )
}

/** A gateway on the same machine answers people: it goes first. */
async function run(called: Invocation<WorkerOptions>): Promise<number> {
  goBehind()
  const journal = journalOf(called, 'worker')
  const { invocation, openLog } = journal
  const stop = listenForStop(invocation)
  try {
    const asked = askedOf(invocation, work)
    const told = await slotTeller(journal)
    const { slots } = await withHub(
      invocation,
      (hub) => {
        if (!asked.once) invocation.terminal.note(invocation.messages.schedules.working)
        return hub.act(work, asked, { signal: stop.signal, ...told })
      },
      { openLog },
    )
    if (!asked.once) invocation.terminal.note(invocation.messages.schedules.ended)
    return stop.code() ?? exitCodeOfSlots(slots)
  } finally {
    stop.end()
  }
}

/** The worst end decides. */
function exitCodeOfSlots({ failed = 0, partial = 0 }: AnswerOf<typeof work>['slots']): number {
  if (failed > 0) return EXIT.failed
  return partial > 0 ? EXIT.partial : EXIT.done
}
