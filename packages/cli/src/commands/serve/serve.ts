import type { Hub } from '@cchc/hub'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
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

async function serve(invocation: Invocation<ServeWords>): Promise<number> {
  const stop = listenForStop(invocation)
  try {
    const { options, ...context } = invocation
    // Programs that ask over HTTP get English, whatever the operator speaks.
    const english = { ...context, options: { ...options, format: 'json' } }
    await withHub(english, (hub) => serveUntilStopped(invocation, { hub, signal: stop.signal }))
    invocation.terminal.note(invocation.messages.notes.served)
    return stop.code() ?? EXIT.done
  } finally {
    stop.end()
  }
}

async function serveUntilStopped(
  { options, env, cwd, terminal, messages, language }: Invocation<ServeWords>,
  { hub, signal }: { readonly hub: Hub; readonly signal: AbortSignal },
): Promise<void> {
  const { serveGateway } = await import('@cchc/gateway')
  const { gateway, metrics } = hub.settings
  const apiKey = gateway.apiKey ?? (env.CCHC_API_KEY || undefined)
  const { toAppError } = await import('@cchc/domain')
  const { failureText } = await import('../../report-failure.ts')
  const tell = async (error: unknown, requestId: string) =>
    terminal.note(`${requestId} ${await failureText(toAppError(error), { language, messages })}`)
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
  terminal.print(messages.notes.serving(running.url))
  await running.closed
}
