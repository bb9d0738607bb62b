import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ConfigError, say } from '@cchc/domain'
import type { connectorRecord } from '@cchc/hub/questions/connector-record'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'

/** Writes a file of answers for each stream, and the list of the fields whose values stayed. */
export async function writeRecordings(
  { cwd, options, terminal, messages }: Invocation<{ readonly output: string }>,
  { streams }: AnswerOf<typeof connectorRecord>,
): Promise<number> {
  const folder = resolve(cwd, options.output)
  try {
    mkdirSync(folder, { recursive: true })
    if (readdirSync(folder).length > 0) throw notEmpty(options.output)
    for (const { stream, exchanges } of streams) {
      writeFileSync(join(folder, `${stream}.json`), `${JSON.stringify(exchanges, null, 2)}\n`)
    }
    writeFileSync(join(folder, 'fields.txt'), fieldsText(streams))
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw cause
    throw new ConfigError(say('{path} cannot be written ({code})', { path: folder, code }), {
      cause,
      fix: say('Check that the folder exists and that you may write into it.'),
    })
  }
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

function notEmpty(path: string): ConfigError {
  return new ConfigError(say('{path} exists already', { path }), {
    fix: say('Choose another name, or move it away and try again.'),
  })
}
