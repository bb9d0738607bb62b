import { resolve } from 'node:path'
import type { connectorRecord } from '@cchc/hub/questions/connector-record'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'

/** Writes a file of answers for each stream, and the list of the fields whose values stayed. */
export async function writeRecordings(
  { cwd, options, terminal, messages }: Invocation<{ readonly output: string }>,
  { streams }: AnswerOf<typeof connectorRecord>,
): Promise<number> {
  const { writeNewFolder } = await import('@cchc/hub/developing/new-folder')
  writeNewFolder(resolve(cwd, options.output), [
    ...streams.map(({ stream, exchanges }) => {
      return { path: `${stream}.json`, text: `${JSON.stringify(exchanges, null, 2)}\n` }
    }),
    { path: 'fields.txt', text: fieldsText(streams) },
  ])
  for (const { stream, exchanges, kept, masked } of streams) {
    terminal.note(messages.connector.recorded(stream, exchanges.length, kept.length, masked.length))
  }
  terminal.note(messages.connector.look(options.output))
  return EXIT.done
}

function fieldsText(streams: AnswerOf<typeof connectorRecord>['streams']): string {
  const lines = streams.flatMap(({ stream, kept, masked, leftOut }) => [
    `# ${stream}`,
    ...kept.map((field) => `kept      ${field}`),
    ...masked.map((field) => `replaced  ${field}`),
    ...leftOut.map((url) => `left out  ${url}`),
  ])
  return `${lines.join('\n')}\n`
}
