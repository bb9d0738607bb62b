import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const COMMAND = fileURLToPath(import.meta.resolve('@cchc/portals/command'))

/** Simulated portals in a process of their own, with the configuration and the variables that they print. */
export interface PortalsProcess {
  readonly configuration: string
  readonly variables: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** Starts the command that docs/connector-contract.md names, on a free port. */
export async function startPortals(): Promise<PortalsProcess> {
  const child = spawn(process.execPath, [COMMAND, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const closed = once(child, 'close')
  let configuration = ''
  child.stdout.setEncoding('utf8')
  for await (const text of child.stdout) {
    configuration += text
    if (/^reporting:\n .*\n/m.test(configuration)) break
  }
  const set = configuration.matchAll(/\b([A-Z_]+)=(\S+)/g)
  return {
    configuration,
    variables: Object.fromEntries([...set].map(([, name = '', value = '']) => [name, value])),
    async stop() {
      child.kill()
      await closed
    },
  }
}
