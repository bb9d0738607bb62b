import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const CCHC = fileURLToPath(import.meta.resolve('@cchc/cli/bin'))
const PORT = '8139'
const MOST_TRIES = 120

/** Serves a configuration while it is used. Throws where the gateway does not answer within a minute. */
export async function whileServed<T>(
  config: string,
  use: (address: string) => Promise<T>,
): Promise<T> {
  const gateway = spawn(process.execPath, [CCHC, 'serve', '--port', PORT, '--config', config])
  const address = `http://127.0.0.1:${PORT}`
  try {
    if (!(await answers(address)))
      throw new Error('the gateway does not answer: run npm start first')
    return await use(address)
  } finally {
    gateway.kill()
  }
}

async function answers(address: string): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const there = await fetch(`${address}/health`).catch(() => undefined)
    if (there?.ok) return true
    await wait(500)
  }
  return false
}
