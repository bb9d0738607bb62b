import type { Hub } from '@cchc/hub'
import type { Invocation } from './command-context.ts'
import { terminalLog } from './terminal-log.ts'

/** Opens the configured hub for one piece of work and closes it afterwards, whatever happens. */
export async function withHub<T>(
  invocation: Invocation,
  work: (hub: Hub) => Promise<T>,
): Promise<T> {
  const { openHub } = await import('@cchc/hub')
  const { options, cwd, env, now } = invocation
  const hub = await openHub({
    configPath: options.config,
    cwd,
    env,
    now,
    ...(options.verbose ? { log: terminalLog(invocation) } : {}),
  })
  try {
    return await work(hub)
  } finally {
    await hub.close()
  }
}
