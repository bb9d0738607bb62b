import { connect, createServer, type Socket } from 'node:net'

/** A path to a server through this process, which can fall silent in both directions without breaking anything. */
export interface SilentPath {
  readonly url: string
  silent(is: boolean): void
  close(): Promise<void>
}

export async function openPath(url: string): Promise<SilentPath> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let silent = false
  const pass = (from: Socket, to: Socket) => {
    sockets.add(from)
    from.on('data', (bytes) => silent || to.write(bytes))
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
  }
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: Object.assign(new URL(url), { port: String(port) }).href,
    silent(is) {
      silent = is
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
