import type { consolidate } from '@cchc/hub/actions/consolidate'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Invocation } from '../../command-context.ts'
import { type Column, type FormatOption, printListing } from '../../output/listing.ts'
import { oneLine } from '../../output/text-width.ts'
import { printFindings } from '../../print-findings.ts'
import { isGivenBySome } from './given-by-some.ts'

type Consolidation = AnswerOf<typeof consolidate>
type Unit = Consolidation['units'][number]

/** Who sent what as a list; below it the faults by unit, what was refused, and what is not given. */
export async function printConsolidation(
  told: Consolidation,
  invocation: Invocation<FormatOption>,
): Promise<void> {
  const { terminal, messages } = invocation
  const { consolidated } = messages.entered
  const { units, sums } = told
  const sent = units.filter(({ state }) => state === 'file' || state === 'entered').length
  const open = sums.filter(isGivenBySome).length
  const none = sums.filter(({ given, words }) => given + words.length === 0).length
  const counts = { sent, units: units.length, whole: sums.length - open - none, open, none }
  const { organisation, period } = told
  const head = [`${named(organisation)}, ${period.text}: ${consolidated.summary(counts)}`]
  const columns = unitColumns(invocation)
  await printListing(invocation, { rows: units, document: told, columns, head })
  if (invocation.options.format === 'table') {
    for (const line of faultLines(units, invocation)) terminal.print(line)
  }
  printFindings(invocation, notesOf(told, invocation))
  if (told.dryRun) terminal.note(consolidated.dryRun)
}

function unitColumns({ messages }: Invocation): readonly Column<Unit>[] {
  const { consolidated: words } = messages.entered
  const count = (unit: Unit, severity: string) =>
    `${unit.findings.filter((one) => one.severity === severity).length}`
  const taken = ({ added, replaced, unchanged }: Unit) => added.length + replaced.length + unchanged
  return [
    {
      title: words.unit,
      show: ({ organisation }) => named(organisation),
      flexible: true,
    },
    {
      title: words.state,
      show: ({ state }) => words.states[state] ?? state,
      plain: ({ state }) => state,
    },
    { title: words.file, show: ({ file }) => file ?? '' },
    {
      title: words.version,
      show: ({ sha256 }) => sha256?.slice(0, 8) ?? '',
      plain: ({ sha256 }) => sha256 ?? '',
    },
    { title: words.figures, show: (unit) => `${taken(unit)}`, right: true },
    { title: words.blank, show: ({ blank }) => `${blank.length}`, right: true },
    { title: words.faults, show: (unit) => count(unit, 'error'), right: true },
    { title: words.toLookAt, show: (unit) => count(unit, 'warning'), right: true },
  ]
}

function faultLines(units: readonly Unit[], { messages }: Invocation): readonly string[] {
  const faulty = units.filter(({ findings }) => findings.length > 0)
  return faulty.flatMap(({ organisation, file, findings }) => [
    `\n${organisation.name}, ${file ?? ''}`,
    ...findings.map(({ address, severity, message }) => {
      const place = address === '' ? '' : `${address} `
      return `  ${oneLine(`${place}(${messages.check[severity]}): ${message}`)}`
    }),
  ])
}

function named({ code, name }: Unit['organisation']): string {
  return `${name} (${code})`
}

const MOST_NOT_GIVEN = 20

function notesOf(told: Consolidation, { messages }: Invocation): readonly string[] {
  const { consolidated } = messages.entered
  const open = told.sums.filter(isGivenBySome)
  return [
    ...told.refused.flatMap(({ file, reason, faults }) => [
      consolidated.refused(file, reason),
      ...faults.map(({ path, message }) => `${file} ${path}: ${message}`),
    ]),
    ...open.slice(0, MOST_NOT_GIVEN).map(({ label, notGiven, words }) => {
      return consolidated.notGiven(oneLine(label), [...notGiven, ...words].join(', '))
    }),
    ...(open.length > MOST_NOT_GIVEN ? [`… ${open.length - MOST_NOT_GIVEN}`] : []),
    ...(told.without.length > 0 ? [consolidated.without(told.without.map(named).join(', '))] : []),
    ...told.differences.map(consolidated.difference),
    ...(told.notAdded.length > 0 ? [consolidated.notAdded(told.notAdded.join(', '))] : []),
    ...told.cautions,
  ]
}
