import type { ChildProcess } from 'node:child_process'
import { type CommandPlace, type Ended, endOf, startCommand } from './run-command.ts'

/** A gateway that answers. */
export interface RunningGateway {
  readonly port: number
  /** Tells it to stop and waits for its last words. */
  stop(): Promise<Ended>
}

/** Starts `cchc serve` on a free loopback port. */
export async function startGateway(place: CommandPlace): Promise<RunningGateway> {
  const child = startCommand(['serve', '--port', '0'], place)
  const ended = endOf(child, { mayLast: true })
  const port = await Promise.race([portOf(child), ended.then(failed)])
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { port, stop }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    let said = ''
    child.stdout?.on('data', (text) => {
      said += text
      const [, port] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said) ?? []
      if (port !== undefined) resolve(Number(port))
    })
  })
}

function failed({ code, stderr }: Ended): never {
  throw new Error(`cchc serve ended with ${code}: ${stderr}`)
}
