import type { connectorTry } from '@cchc/hub/questions/connector-try'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Invocation } from '../../command-context.ts'
import { EXIT, exitCodeOfError } from '../../exit-code.ts'
import { renderFacts } from '../../output/facts.ts'
import { type FormatOption, printDocument, printListing } from '../../output/listing.ts'

type Trial = AnswerOf<typeof connectorTry>
type StreamTrial = Trial['streams'][number]

const SHOWN = 3

/** What would be stored of each stream: some records whole, and all that is refused with its reasons. */
export async function printTrial(
  invocation: Invocation<FormatOption>,
  trial: Trial,
): Promise<number> {
  const { terminal, options, messages } = invocation
  const { columns } = messages
  if (options.format === 'json') printDocument(invocation, trial)
  else if (options.format === 'table') {
    for (const one of trial.streams)
      terminal.print([...streamLines(one, invocation), ''].join('\n'))
  } else {
    await printListing(invocation, {
      rows: trial.streams.flatMap(({ stream, records }) =>
        records.map((record) => ({ stream, record })),
      ),
      document: trial,
      columns: [
        { title: columns.stream, show: ({ stream }) => stream },
        { title: columns.fields, show: ({ record }) => JSON.stringify(record) },
      ],
    })
  }
  const errors = trial.streams.flatMap(({ error }) => (error ? [exitCodeOfError(error.code)] : []))
  const refused = trial.streams.some((one) => one.refused.length > 0) ? EXIT.partial : EXIT.done
  return Math.max(refused, ...errors)
}

function streamLines(one: StreamTrial, { messages }: Invocation): string[] {
  const { connector, failure } = messages
  const { stream, entity, read, records, refused, removed, error } = one
  if (error) {
    const fix = error.fix === null ? [] : [`${failure.labels.fix}: ${error.fix}`]
    return [`${stream} (${entity}): ${failure.labels.error}: ${error.message}`, ...fix]
  }
  if (read + removed.length === 0) return [connector.nothing(stream, entity)]
  const shown = records.slice(0, SHOWN).flatMap((record) => [renderFacts(factsOf(record)), ''])
  const left = records.length - SHOWN
  return [
    connector.stream(stream, entity, read, refused.length),
    '',
    ...shown,
    ...(left > 0 ? [connector.more(left)] : []),
    ...refused.map(({ key, reasons }) => `${connector.refused}: ${nameOf(key)}: ${said(reasons)}`),
    ...removed.map((key) => `${connector.removed}: ${nameOf(key)}`),
  ]
}

function factsOf(record: unknown): [string, string][] {
  return Object.entries(record ?? {}).map(([name, value]) => [
    `  ${name}`,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
}

function nameOf(key: Readonly<Record<string, string>> | null): string {
  return key === null ? '-' : Object.values(key).join(' ')
}

function said(reasons: StreamTrial['refused'][number]['reasons']): string {
  return reasons
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
    .join('; ')
}
