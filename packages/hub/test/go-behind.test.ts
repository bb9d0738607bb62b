import { once } from 'node:events'
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

const PROGRAM = new URL('../src/go-behind.ts', import.meta.url)

test.runIf(process.platform === 'linux')(
  'a thread goes behind, and the one that began it stays where it was',
  async () => {
    const before = getPriority()
    const worker = new Worker(
      `const { parentPort } = require('node:worker_threads')
      const { getPriority } = require('node:os')
      import('${PROGRAM}').then(({ goBehind }) => {
        goBehind()
        parentPort.postMessage(getPriority())
      })`,
      { eval: true },
    )
    const [priority] = await once(worker, 'message')
    expect(priority).toBeGreaterThan(before)
    expect(getPriority()).toBe(before)
  },
)
