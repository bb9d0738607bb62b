import type { AppError } from '@cchc/domain'
import type { SlotEvent } from '@cchc/hub'
import type { Invocation } from '../../command-context.ts'
import type { Journal } from '../../logging/journal.ts'
import { oneLine } from '../../output/text-width.ts'

interface SlotTeller {
  onSlot(event: SlotEvent): void
  onTrouble(trouble: AppError): void
}

/** Tells what becomes of slots: one line each, as JSON one object a line; in a log for programs beside or instead of it. */
export async function slotTeller({
  invocation,
  line,
  failure,
}: Journal<Invocation<{ readonly format: 'text' | 'json' }>>): Promise<SlotTeller> {
  const { options, terminal, messages, language } = invocation
  const { failureText } = await import('../../report-failure.ts')
  const json = options.format === 'json'
  const { instantOf } = await import('../../output/operator-text.ts')
  const instant = (at: string) => instantOf(at, invocation)
  return {
    onSlot(event) {
      if (line('slot', event) && !json) return
      if (json) return terminal.print(JSON.stringify(event))
      const place = `${event.schedule} ${instant(event.slot)}`
      terminal.print(`${place}: ${slotText(event, messages, instant)}`)
      for (const told of event.told) terminal.note(`${place}: ${oneLine(told)}`)
    },
    onTrouble(trouble) {
      if (failure(trouble)) return
      void failureText(trouble, { language, messages }).then((text) => terminal.note(text))
    },
  }
}

function slotText(
  { state, dueAt, files }: SlotEvent,
  { schedules }: Invocation['messages'],
  instant: (at: string) => string,
): string {
  if (state !== null) return [schedules.states[state], ...files].join(' ')
  return dueAt === null ? schedules.began : schedules.later(instant(dueAt))
}
