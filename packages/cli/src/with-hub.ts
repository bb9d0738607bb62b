import type { Hub, OpenHubOptions } from '@cchc/hub'
import type { Invocation } from './command-context.ts'
import { loadWords } from './messages/words.ts'
import { terminalLog } from './terminal-log.ts'

/** Opens the configured hub for one piece of work and closes it afterwards, whatever happens; JSON is said in English. */
export async function withHub<T>(
  invocation: Invocation<{ readonly format?: string | undefined }>,
  work: (hub: Hub) => Promise<T>,
  change: Pick<OpenHubOptions, 'storeUrl' | 'leavesNothing'> = {},
): Promise<T> {
  const { openHub } = await import('@cchc/hub')
  const { options, cwd, env, now, language } = invocation
  const hub = await openHub({
    configPath: options.config,
    cwd,
    env,
    now,
    words: options.format === 'json' ? undefined : () => loadWords(language),
    ...change,
    ...(options.verbose ? { log: terminalLog(invocation) } : {}),
  })
  try {
    return await work(hub)
  } finally {
    await hub.close()
  }
}
