import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAtNode, lookAtPort } from '../src/commands/doctor/local-looks.ts'
import { loadMessages } from '../src/messages/index.ts'
import { type CchcRange, openRange } from './cchc-range.ts'

let range: CchcRange
beforeAll(async () => {
  range = await openRange()
  range.configure()
})
afterAll(() => range.close())

test('the exit code is that of the worst that was found', async () => {
  const asked = await range.run(['doctor', '--format', 'json'])
  const { state, items } = JSON.parse(asked.out)
  expect(items.map(({ what }: { what: string }) => what)).toEqual(
    expect.arrayContaining(['Node', 'database', 'source one-stop', 'dvcqg: stream procedures']),
  )
  expect(asked.code).toBe({ good: 0, look: 3 }[state as 'good' | 'look'])
  const refused = await range.run(['doctor', '--lang', 'vi'], { OPENCPS_PASSWORD: 'wrong' })
  expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('HỎNG') })
  expect(refused.out).toContain('nguồn dvcqg')
})

test('a configuration that cannot be read and a database that cannot be opened are told as what they are', async () => {
  writeFileSync(join(range.folder, 'wrong.yaml'), 'stor: {}\n')
  const wrong = await range.run(['doctor', '--config', 'wrong.yaml', '--format', 'json'])
  expect(wrong.code).toBe(1)
  const broken = { state: 'broken', told: expect.stringContaining('stor') }
  expect(JSON.parse(wrong.out).items).toContainEqual(
    expect.objectContaining({ what: 'configuration', ...broken }),
  )
  range.configure({ store: 'sqlite:no-such-folder/hub.db' })
  const unopened = await range.run(['doctor', '--format', 'json'])
  range.configure()
  expect(unopened.code).toBe(1)
  expect(JSON.parse(unopened.out).items).toContainEqual(
    expect.objectContaining({ what: 'database', state: 'broken' }),
  )
})

test('an old Node is broken, and a port that is in use is not', async () => {
  const messages = await loadMessages('en')
  expect(lookAtNode(messages, '22.13.1')).toMatchObject({ state: 'broken' })
  expect(lookAtNode(messages, '22.14.0')).toMatchObject({ state: 'good', fix: null })
  expect(lookAtNode(messages, '24.0.0')).toMatchObject({ state: 'good' })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await lookAtPort(messages, { host: '127.0.0.1', port })).toMatchObject({
    state: 'good',
    told: messages.doctor.taken,
  })
  await new Promise((resolve) => server.close(resolve))
  expect(await lookAtPort(messages, { host: '127.0.0.1', port })).toMatchObject({
    told: messages.doctor.free,
  })
  expect(await lookAtPort(messages, { host: '203.0.113.1', port })).toMatchObject({
    state: 'broken',
  })
})
