import {
  brokenIdentities,
  COUNTING_RULES,
  type CountingRule,
  type DayRange,
  DifferenceTally,
  dayNumber,
  dayText,
  EXTRA_FIGURE_DESCRIPTIONS,
  EXTRA_FIGURES,
  II06_COLUMNS,
  RuleDifference,
  Tally,
} from '@cchc/domain'
import { table } from '../markdown.ts'
import {
  EXAMPLE_DOSSIERS,
  EXAMPLE_PERIOD,
  type ExampleDossier,
  momentText,
} from './worked-example.ts'

const PERIOD: DayRange = {
  from: dayNumber(EXAMPLE_PERIOD.from),
  to: dayNumber(EXAMPLE_PERIOD.to),
}

/** The dossiers of the example as a source states them. */
export function dossiersTable(): string {
  return table(
    ['', 'Channel', 'Status', 'Received', 'Due', 'Finished', 'Returned', 'Waiting', 'Story'],
    EXAMPLE_DOSSIERS.map((one) => [
      one.letter,
      one.channel ?? '(none)',
      one.status,
      momentText(one.receivedAt),
      momentText(one.dueAt),
      momentText(one.finishedAt),
      momentText(one.returnedAt),
      one.pauses
        .map(({ from, to }) => `${momentText(from)} to ${to === null ? '(still)' : momentText(to)}`)
        .join('; '),
      one.story,
    ]),
  )
}

/** The events that each rule makes of each dossier. */
export function eventsTable(): string {
  return table(
    ['', ...COUNTING_RULES.map(({ id }) => `\`${id}\``)],
    EXAMPLE_DOSSIERS.map((one) => [
      one.letter,
      ...COUNTING_RULES.map((rule) => eventsText(rule, one)),
    ]),
  )
}

function eventsText(rule: CountingRule, dossier: ExampleDossier): string {
  const events: { readonly day: number; readonly text: string }[] = []
  const enter = (name: string, day: number) => {
    events.push({ day, text: `${dayText(day).slice(5)} ${name}` })
  }
  rule.count(dossier, enter, (figure, day) => {
    if (rule.extraFigures.includes(figure)) enter(figure, day)
  })
  return events
    .toSorted((a, b) => a.day - b.day)
    .map(({ text }) => text)
    .join('<br>')
}

/** The row of Form II.06, and what is beside it, under each rule. */
export function rowsTable(): string {
  const tallies = COUNTING_RULES.map((rule) => {
    const tally = new Tally(PERIOD.from, PERIOD.to)
    for (const one of EXAMPLE_DOSSIERS) tally.addDossier(rule, one)
    const [row, extras] = [tally.statistics(), tally.extras(rule)]
    if (brokenIdentities(row, extras).length > 0)
      throw new RangeError(`${rule.id} does not balance`)
    return { row, extras, rate: rule.onTime(row) }
  })
  return table(
    ['Column', ...COUNTING_RULES.map(({ id }) => `\`${id}\``)],
    [
      ...II06_COLUMNS.map(({ key, number, name }) => [
        `${number} ${name}`,
        ...tallies.map(({ row }) => String(row[key])),
      ]),
      ...EXTRA_FIGURES.map((figure) => [
        EXTRA_FIGURE_DESCRIPTIONS[figure].name,
        ...tallies.map(({ extras }) => String(extras[figure] ?? '')),
      ]),
      ['Tỷ lệ đúng hạn', ...tallies.map(({ rate }) => `${rate.numerator}/${rate.denominator}`)],
    ],
  )
}

/** Why each rule's row differs from that of the first. */
export function causesTable(): string {
  const [base, ...others] = COUNTING_RULES
  if (base === undefined) throw new RangeError('there is no counting rule')
  return others.map((other) => causesText(base, other)).join('\n\n')
}

function causesText(base: CountingRule, other: CountingRule): string {
  const difference = new RuleDifference({ base, other })
  const tally = new DifferenceTally()
  const letters = new Map<string, Set<string>>()
  for (const one of EXAMPLE_DOSSIERS) {
    const found = difference.explain(one, PERIOD)
    tally.add(found)
    for (const { cause } of found) {
      letters.set(cause, (letters.get(cause) ?? new Set()).add(one.letter))
    }
  }
  const columns = II06_COLUMNS.filter(({ key }) =>
    tally.totals().causes.some((cause) => cause.columns.some(({ column }) => column === key)),
  )
  const { causes } = tally.totals()
  const sum = (key: string) =>
    causes
      .flatMap((cause) => cause.columns.filter(({ column }) => column === key))
      .reduce((all, change) => all + change.difference, 0)
  return `From \`${base.id}\` to \`${other.id}\`:\n\n${table(
    ['Cause', 'Name', 'Dossiers', ...columns.map(({ number }) => number)],
    [
      ...causes.map((cause) => [
        `\`${cause.cause}\``,
        `${cause.name.en} (${cause.name.vi})`,
        [...(letters.get(cause.cause) ?? [])].join(', '),
        ...columns.map(({ key }) =>
          signed(cause.columns.find(({ column }) => column === key)?.difference ?? 0),
        ),
      ]),
      ['Together', '', '', ...columns.map(({ key }) => signed(sum(key)))],
    ],
  )}`
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : String(count)
}
