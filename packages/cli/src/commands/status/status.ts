import type { AnswerOf } from '@cchc/hub/questions/question'
import { status } from '@cchc/hub/questions/status'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withReader } from '../../with-hub.ts'

export function addStatus(program: Command, context: CommandContext): void {
  const own = [{ option: formatOption(context) }]
  questionCommand(program, context, { question: status, own }).action(
    action<FormatOption>(context, show),
  )
}

/** From which day to which instant a stream was read whole. */
function coveredText(
  covered: AnswerOf<typeof status>['items'][number]['covered'],
  { language, messages: { words }, printDay }: Invocation & { printDay(day: string): string },
): string {
  if (covered === null) return words.none
  const day = (text: string) => (language === 'vi' ? printDay(text) : text)
  const first = covered.from === null ? words.beginning : day(covered.from)
  return `${first} – ${day(covered.to.slice(0, 10))} ${covered.to.slice(11, 16)}`
}

async function show(invocation: Invocation<FormatOption>): Promise<number> {
  const view = await withReader(invocation, (hub) => hub.ask(status, {}))
  const { countText, instantOf } = await import('../../output/operator-text.ts')
  const { printDay } = await import('@cchc/domain')
  const { columns, words, notes } = invocation.messages
  const cameText = ({ lastCameAt }: AnswerOf<typeof status>['items'][number]) =>
    lastCameAt === null ? words.none : instantOf(lastCameAt, invocation)
  await printListing(invocation, {
    rows: view.items,
    document: view,
    columns: [
      { title: columns.source, show: ({ source }) => source },
      { title: columns.stream, show: ({ stream }) => stream },
      {
        title: columns.records,
        show: (row) => countText(row.records, words),
        plain: (row) => String(row.records),
        right: true,
      },
      {
        title: columns.refused,
        show: (row) => countText(row.quarantined, words),
        plain: (row) => String(row.quarantined),
        right: true,
      },
      {
        title: columns.missing,
        show: (row) => countText(row.missing, words),
        plain: (row) => String(row.missing),
        right: true,
      },
      {
        title: columns.completed,
        show: (row) =>
          row.completedAt === null ? words.never : instantOf(row.completedAt, invocation),
      },
      ...(view.items.some(({ lastCameAt }) => lastCameAt !== null)
        ? [{ title: columns.lastCame, show: cameText }]
        : []),
      {
        title: columns.covered,
        show: ({ covered }) => coveredText(covered, { ...invocation, printDay }),
        plain: ({ covered }) => (covered ? `${covered.from ?? ''}..${covered.to}` : ''),
      },
      { title: columns.freshness, show: (row) => freshnessText(row, words) },
      {
        title: columns.lastRun,
        show: ({ lastRun }) => (lastRun ? words.status[lastRun.status] : words.none),
      },
    ],
  })
  for (const line of statedLines(view.items, invocation)) invocation.terminal.note(line)
  for (const line of waitingLines(view.items, { ...invocation, instantOf }))
    invocation.terminal.note(line)
  for (const finding of view.findings) invocation.terminal.note(finding)
  for (const { source, stream, missing } of view.items) {
    if (missing > 0) invocation.terminal.note(notes.gone({ source, stream, missing }))
  }
  if (view.items.some(isStale)) invocation.terminal.note(notes.stale)
  return view.stale ? EXIT.stale : EXIT.done
}

type InstantOf = typeof import('../../output/operator-text.ts').instantOf
type Item = AnswerOf<typeof status>['items'][number]

function freshnessText(item: Item, words: Invocation['messages']['words']): string {
  if (item.gate) return words.waiting
  return isStale(item) ? words.stale : words.fresh
}

/** Reading it again helps. */
function isStale({ gate, stale }: Item): boolean {
  return stale && gate === null
}

/** What waits at gates, each source once. */
function waitingLines(
  items: readonly Item[],
  { instantOf, ...invocation }: Invocation & { instantOf: InstantOf },
): string[] {
  const sources = new Map(items.flatMap(({ source, gate }) => (gate ? [[source, gate]] : [])))
  return [...sources].map(([source, { since, shownAsOf, reasons }]) =>
    invocation.messages.notes.waiting({
      source,
      since: instantOf(since, invocation),
      shownAsOf: instantOf(shownAsOf, invocation),
      reasons: reasons.join('; '),
    }),
  )
}

/** Which days of which units are stated; those with the same days together. */
function statedLines(
  items: AnswerOf<typeof status>['items'],
  { messages: { notes } }: Invocation,
): string[] {
  return items.flatMap(({ source, stream, stated = [] }) => {
    const written = stated.map(({ unit, days }) => ({
      unit,
      days: days.map(({ from, to }) => `${from}..${to}`).join(', '),
    }))
    return [...Map.groupBy(written, ({ days }) => days)].map(([days, those]) =>
      notes.statedDays(`${source} (${stream})`, those.map(({ unit }) => unit).join(', '), days),
    )
  })
}
