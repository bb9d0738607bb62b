import { once } from 'node:events'
import { expect, test } from 'vitest'
import { beginThread } from '../src/threads/begin-thread.ts'

const PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { resourceLimits, workerData, parentPort } from 'node:worker_threads'
    parentPort.postMessage({ workerData, most: resourceLimits.maxOldGenerationSizeMb })
  `)}`,
)

test('a thread knows what it was given, and its heap stays below what lets it grow fourfold', async () => {
  const [told] = await once(beginThread(PROGRAM, { hub: 'here' }), 'message')
  expect(told).toMatchObject({ workerData: { hub: 'here' } })
  expect(told.most).toBeLessThan(2_048)
})
