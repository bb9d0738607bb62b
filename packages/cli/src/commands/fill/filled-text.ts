import type { fill } from '@cchc/hub/questions/fill'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Invocation } from '../../command-context.ts'
import { type Column, type FormatOption, printListing } from '../../output/listing.ts'
import { printFindings } from '../../print-findings.ts'

type Filled = Omit<AnswerOf<typeof fill>, 'name' | 'content' | 'learnt'>

interface Line {
  readonly address: string
  readonly label: string
  readonly state: 'filled' | 'differs' | 'open'
  readonly value: string
}

/** What was filled in, what differs from the hub, and what stays empty with the reason. */
export async function printFilled(
  told: Filled,
  invocation: Invocation<FormatOption>,
): Promise<void> {
  const { filled: words } = invocation.messages.entered
  const { organisation, period, template, filled, kept, formulas, open } = told
  const counts = { filled: filled.length, kept: kept.length, formulas: formulas.length }
  const head = [
    `${organisation.name} (${organisation.code}), ${period.text}, ${template}: ${words.summary({ ...counts, open: open.length })}`,
  ]
  await printListing(invocation, {
    rows: linesOf(told, words.hub),
    document: told,
    columns: columnsOf(invocation),
    head,
  })
  printFindings(invocation, [...told.tables, ...told.notes])
}

function linesOf({ filled, kept, open }: Filled, hubSays: (of: Said) => string): readonly Line[] {
  return [
    ...filled.map((one) => ({ ...one, state: 'filled' as const })),
    ...kept.flatMap(({ hub, held, ...one }): readonly Line[] =>
      hub === null ? [] : [{ ...one, state: 'differs', value: hubSays({ held, hub }) }],
    ),
    ...open.map(({ reason, ...one }) => ({ ...one, state: 'open' as const, value: reason })),
  ]
}

type Said = Readonly<Record<'held' | 'hub', string>>

function columnsOf({ messages }: Invocation): readonly Column<Line>[] {
  const { filled: words, columns } = messages.entered
  return [
    { title: words.cell, show: ({ address }) => address },
    { title: columns.indicator, show: ({ label }) => label, flexible: true },
    {
      title: words.state,
      show: ({ state }) => words.states[state],
      plain: ({ state }) => state,
    },
    { title: words.value, show: ({ value }) => value, flexible: true },
  ]
}
