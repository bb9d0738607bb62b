import type { Hub } from '@cchc/hub'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { type Journal, journalOf } from '../../logging/journal.ts'
import { listenForStop } from '../../stop-signals.ts'
import { withHub } from '../../with-hub.ts'

interface ServeWords {
  readonly host?: string
  readonly port?: number
}

export function addServe(program: Command, context: CommandContext): void {
  const { help, failure } = context.messages
  const port = new Option('--port <port>', help.serve.port).argParser((text) => {
    if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
    throw new InvalidArgumentError(failure.badPort)
  })
  program
    .command('serve')
    .description(help.serve.about)
    .option('--host <address>', help.serve.host)
    .addOption(port)
    .action(action<ServeWords>(context, serve))
}

async function serve(called: Invocation<ServeWords>): Promise<number> {
  const journal = journalOf(called, 'serve')
  const { invocation, openLog } = journal
  const stop = listenForStop(invocation)
  try {
    const { options, ...context } = invocation
    // Programs that ask over HTTP get English, whatever the operator speaks.
    const english = { ...context, options: { ...options, format: 'json' } }
    const work = (hub: Hub) => serveUntilStopped(journal, { hub, signal: stop.signal })
    await withHub(english, work, { openLog, writesLittle: true })
    invocation.terminal.note(invocation.messages.notes.served)
    return stop.code() ?? EXIT.done
  } finally {
    stop.end()
  }
}

async function serveUntilStopped(
  { invocation, line, failure }: Journal<Invocation<ServeWords>>,
  { hub, signal }: { readonly hub: Hub; readonly signal: AbortSignal },
): Promise<void> {
  const { options, env, cwd, terminal, messages, language } = invocation
  const { serveGateway } = await import('@cchc/gateway')
  const { gateway, metrics } = hub.settings
  const apiKey = gateway.apiKey ?? (env.CCHC_API_KEY || undefined)
  const { toAppError } = await import('@cchc/domain')
  const { failureText } = await import('../../report-failure.ts')
  const tell = async (thrown: unknown, requestId: string) => {
    const error = toAppError(thrown)
    if (failure(error, { requestId })) return
    terminal.note(`${requestId} ${await failureText(error, { language, messages })}`)
  }
  const running = await serveGateway(hub, {
    host: options.host ?? gateway.host,
    port: options.port ?? gateway.port,
    metricsAt: metrics,
    signal,
    workers: { configPath: options.config, cwd, env: { ...env } },
    onError: (error, requestId) => void tell(error, requestId),
    ...(apiKey === undefined ? {} : { apiKey }),
  })
  if (running.metricsUrl !== undefined) terminal.note(messages.notes.metricsAt(running.metricsUrl))
  line('listening', { url: running.url })
  terminal.print(messages.notes.serving(running.url))
  await running.closed
}
