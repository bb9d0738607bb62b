import type { Hub, OpenHubOptions } from '@cchc/hub'
import type { Invocation } from './command-context.ts'
import { loadWords } from './messages/words.ts'
import { notThroughGateway } from './not-through-gateway.ts'
import type { ReadingHub } from './remote-hub.ts'

type Asked = Invocation<{ readonly format?: string | undefined }>

/** Reads from the hub behind the named gateway, or else from the configured one. */
export async function withReader<T>(
  invocation: Asked,
  work: (hub: ReadingHub) => Promise<T>,
): Promise<T> {
  const url = gatewayOf(invocation)
  if (url === undefined) return withHub(invocation, work)
  const { remoteHub } = await import('./remote-hub.ts')
  const { options, env, language } = invocation
  const key = options.key ?? (env.CCHC_KEY || undefined)
  return work(remoteHub({ url, key, language: options.format === 'json' ? 'en' : language }))
}

/** Opens the configured hub for one piece of work and closes it afterwards, whatever happens; JSON is said in English. */
export async function withHub<T>(
  invocation: Asked,
  work: (hub: Hub) => Promise<T>,
  change: Pick<OpenHubOptions, 'storeUrl' | 'leavesNothing' | 'openLog' | 'writesLittle'> = {},
): Promise<T> {
  refuseGateway(invocation)
  const { openHub } = await import('@cchc/hub')
  const { options, cwd, env, now, language } = invocation
  const hub = await openHub({
    configPath: options.config,
    cwd,
    env,
    now,
    words: options.format === 'json' ? undefined : () => loadWords(language),
    ...(options.verbose && { openLog: () => verboseLog(invocation) }),
    ...change,
  })
  try {
    return await work(hub)
  } finally {
    await hub.close()
  }
}

async function verboseLog({ terminal, now }: Invocation) {
  const { textLog } = await import('./logging/text-log.ts')
  return textLog({ level: 'debug', now, to: { write: (line) => terminal.note(line.trimEnd()) } })
}

/** Throws UsageError where a gateway is named. */
export function refuseGateway(invocation: Invocation): void {
  if (gatewayOf(invocation) !== undefined) throw notThroughGateway()
}

function gatewayOf({ options, env }: Invocation): string | undefined {
  return options.gateway ?? (env.CCHC_GATEWAY || undefined)
}
