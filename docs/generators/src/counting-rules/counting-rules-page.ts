import {
  EXTRA_FIGURE_DESCRIPTIONS,
  EXTRA_FIGURES,
  FACT_NAMES,
  FACTS,
  II06_COLUMNS,
  II06_IDENTITIES,
  isFactFigure,
} from '@cchc/domain'
import { list, table } from '../markdown.ts'
import { causesTable, dossiersTable, eventsTable, rowsTable } from './example-section.ts'
import { introductionText } from './introduction-section.ts'
import { recomputeText } from './recompute-section.ts'
import { answersText, rulesText } from './rules-section.ts'
import { statedText } from './stated-section.ts'
import { EXAMPLE_PERIOD } from './worked-example.ts'

const EVENTS: readonly (readonly [string, string])[] = [
  [
    '`received`',
    'Day of receipt (NgayTiepNhan), or that on which the clock starts (`clockStart`).',
  ],
  [
    '`resolvedEarly`, `resolvedOnTime`, `resolvedLate`',
    'Day on which handling ended, early (trước hạn), on time (đúng hạn) or late (quá hạn).',
  ],
  ['`overdueOpened`', 'First day on whose evening the open dossier is overdue (quá hạn).'],
  [
    '`overdueClosed`',
    'First day on whose evening it is so no longer: it was resolved, left the row (Dừng xử lý, Rút hồ sơ), or waits for a supplement.',
  ],
]

const SUMS: Readonly<Record<string, string>> = {
  receivedTotal: '(6) + `received` within the period',
  receivedOnline: '`received` within the period, channel online',
  receivedDirectPost:
    '`received` within the period, every other channel (without Hình thức khác, where a rule has that figure)',
  carriedOver: '`received` − resolved events − Dừng xử lý − Rút hồ sơ, all before the first day',
  resolvedTotal: '(8) + (9) + (10)',
  resolvedEarly: '`resolvedEarly` within the period',
  resolvedOnTime: '`resolvedOnTime` within the period',
  resolvedLate: '`resolvedLate` within the period',
  pendingTotal: '(3) − (7) − Dừng xử lý − Rút hồ sơ within the period',
  pendingWithin: '(11) − (13)',
  pendingOverdue: '`overdueOpened` − `overdueClosed`, all up to the last day',
}

const ROLES = {
  received: 'beside (4) and (5) in the balance of (3)',
  left: 'beside (7) and (11) in the balance of (3)',
  part: 'part of a column',
  outside: 'in no column',
} as const

/** The page about counting rules, all of it from the code that counts. */
export function countingRulesPage(): string {
  const sections = [
    introductionText(),
    `## Events\n\n${table(['Event', 'Meaning'], EVENTS)}\n\n${AFTER_EVENTS}`,
    `## Columns of Form II.06 (Biểu II.06)\n\n${columnsTable()}\n\nIdentities:\n\n${identities()}\n\n${AFTER_IDENTITIES}`,
    `## Figures beside the form\n\n${BESIDE}\n\n${extrasTable()}\n\n${FACTS_TEXT}`,
    statedText(),
    `## What the rules answer\n\n${BEFORE_ANSWERS}\n\n${answersText()}`,
    `## The rules\n\n${rulesText()}`,
    `## How differences are explained\n\n${DIFFERENCES}`,
    exampleText(),
    recomputeText(),
  ]
  return `${sections.join('\n\n')}\n`
}

function columnsTable(): string {
  return table(
    ['Column', 'Name on paper', 'Key', 'Sum of events'],
    II06_COLUMNS.map(({ key, number, name }) => [number, name, `\`${key}\``, SUMS[key] ?? '']),
  )
}

function identities(): string {
  return list(II06_IDENTITIES.map(({ name }) => name))
}

function extrasTable(): string {
  return table(
    ['Name on paper', 'Key', 'Kind', 'Place'],
    EXTRA_FIGURES.map((figure) => {
      const { name, kind, role } = EXTRA_FIGURE_DESCRIPTIONS[figure]
      const place = isFactFigure(figure) ? `${ROLES[role]}; of a fact` : ROLES[role]
      return [name, `\`${figure}\``, kind, place]
    }),
  )
}

function exampleText(): string {
  const { from, to } = EXAMPLE_PERIOD
  return [
    `## A worked example: ${from} to ${to}`,
    'Nine dossiers as a source states them, all moments in Asia/Ho_Chi_Minh:',
    dossiersTable(),
    'The events that each rule makes of them, by month and day:',
    eventsTable(),
    'Summed up for the period:',
    rowsTable(),
    'And why the rows differ:',
    causesTable(),
  ].join('\n\n')
}

const AFTER_EVENTS = `A rule turns every dossier into such dated events, whatever the period that is asked for. Flows (received, resolved)
are the events within a period; stocks (carried over, pending) are the events up to a day. So any period with any
cut-off day is a sum over days, figures of adjacent periods add up, and what is pending at the end of one period is
what the next carries over. A store keeps such sums for every rule, equal to a count of
the dossiers. Days are those of Asia/Ho_Chi_Minh; both
days of a period belong to it.`

const AFTER_IDENTITIES = `Under a rule with figures beside the form that take part in the balance, (3)=(4)+(5)+(6)+Hình thức khác and
(3)=(7)+(11)+Dừng xử lý+Rút hồ sơ. Identities are checked whenever rows are counted; one that breaks is reported.`

const BESIDE =
  'Some rules know figures that Form II.06 has no column for. A flow counts the events of the period, a stock those up to its last day.'

const FACTS_TEXT = `Those *of a fact* rest on what a source may state of a dossier and need not: ${FACTS.map(
  (fact) => `\`${fact}\` (${FACT_NAMES[fact]})`,
).join(
  ', ',
)}. Such a figure is known only where every dossier that it is of states the fact; where one does not, it is left out
and its column is blank, never zero. \`cchc why\` then says so. A letter of apology is asked for of late dossiers alone, a
receipt of those with a payment; payments are those of the dossiers received in the period.

**Received here, resolved there.** A dossier that one agency took in for another counts once, as received and as resolved, at the agency
that resolves it; at the agency that took it in (\`receivingOrganisation\`) it counts in no column. So a one-level centre (Trung tâm Phục vụ hành chính công một cấp, NĐ 309/2026/NĐ-CP Điều 3.2) and its branches
take in for others, and count only what they resolve themselves. Which instant starts its clock is
the question \`clockStart\` below. That paper handed in after 15:00 is passed on at the beginning of the next working day
(NĐ 309/2026/NĐ-CP, Điều 9) moves no count: the day of receipt is that of the receipt, and the due date is taken as stated.

**Working days.** The term of a procedure is in working days, and the system that received a dossier made its due date of it. Every rule
compares the end with that date, and no form has a column of days, so that no rule counts working days itself: a second calendar would only judge
some dossiers otherwise than their receipts say. Working days decide what is due soon (\`cchc due\`, digests); days late are days of the calendar.`

const BEFORE_ANSWERS = `Each question has a code, by which comparisons name the cause of a difference. Rules on one line of a table give the
same answer. The last question, \`emptyDenominator\`, is about the rate alone and never about a single dossier.`

const DIFFERENCES = `For every dossier that two rules count differently, the answers of one rule are exchanged for those of the other, one
question after another in the order of the questions above, and the dossier is counted again each time. A column's cause is
the last exchange that changed it. Where the total that the column is part of changed, that total decides: a dossier
that one rule does not resolve at all is missing from (8) for that reason, and not because early is told from on time.

So every dossier has exactly one cause for each column in which it differs, and the causes of a column add up exactly to
the difference between the two rows. One dossier may have two causes in different columns; it then counts under both, and
once among all dossiers that differ. \`more\` and \`fewer\` tell the two directions apart where they cancel out. A rule
that counted otherwise than it answers would be left \`unexplained\`; tests with random dossiers show that none of these
rules does. Comparing the other way round gives the same causes with the opposite sign.`
