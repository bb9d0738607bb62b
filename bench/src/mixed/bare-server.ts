import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers at once and does nothing else: how late it answers is what the machine takes. */
const server = createServer((_, response) => response.end('{"status":"alive"}'))
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` }))
})
