import { once } from 'node:events'
import { type ServedPortals, servePortals, smallWorld } from '@cchc/portals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerOf, openWorkplace, type Workplace } from '../src/workplace.ts'

let portals: ServedPortals
let workplace: Workplace
/** The portals answer nothing before it. */
let held = Promise.resolve()

beforeAll(async () => {
  const rewrite = (response: Response) => held.then(() => response)
  const faults = { next: () => ({ kind: 'rewritten' as const, rewrite }) }
  portals = await servePortals({ world: smallWorld({ dossiers: 300 }), faults })
  workplace = openWorkplace(portals)
  const { code, stderr } = await workplace.run('sync')
  expect(code, stderr).toBe(0)
})

afterAll(async () => {
  workplace.remove()
  await portals.close()
})

/** Runs `cchc serve` on a free port while `work` asks it. */
async function withGateway<T>(work: (url: string) => Promise<T>): Promise<T> {
  const child = workplace.start('serve', '--port', '0')
  const ended = once(child, 'exit')
  try {
    return await work(await addressOf(child))
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

function addressOf(child: ReturnType<Workplace['start']>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (text: Buffer) => {
      said += text
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (url) resolve(url)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`cchc serve ended with ${code}: ${said}`)))
  })
}

test('the command and the gateway give the same statistics', async () => {
  const words = ['stats', 'dossiers', '--org', 'H99', '--period', '2022', '--by', 'org,month']
  const { stdout } = await workplace.run(...words, '--format', 'json')
  const served = await withGateway(async (url) => {
    const answer = await fetch(`${url}/v1/statistics/dossiers?org=H99&period=2022&by=org,month`)
    return answer.json()
  })
  expect(JSON.parse(stdout)).toEqual(served)
})

test('a sync writes while the gateway reads the same file', async () => {
  await withGateway(async (url) => {
    let finished = false
    const ask = async () => {
      const statistics = new Set<string>()
      while (!finished) {
        const answer = await fetch(`${url}/v1/statistics/dossiers?org=H99&period=2022`)
        expect(answer.status).toBe(200)
        statistics.add(await answer.text())
      }
      return statistics
    }
    const asked = ask()
    const { code } = await workplace.run('sync', '--full')
    finished = true
    expect(code).toBe(0)
    expect((await asked).size).toBe(1)
  })
})

test('a dry run tells each stream, as a table and as lines, and is no run', async () => {
  const before = (await workplace.run('runs', '--format', 'json')).stdout
  const table = await workplace.run(
    'sync',
    'one-stop',
    '--dry-run',
    '--stream',
    'dossiers',
    '--full',
  )
  expect(table.code, table.stderr).toBe(0)
  expect(table.stdout).toMatch(/one-stop +dossiers +300 +0 +0 +300 /)
  expect(table.stderr).toContain('Nothing was written')
  const lines = await workplace.run('sync', '--dry-run', '--format', 'json')
  expect(
    lines.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { dryRun: true, source: 'one-stop', status: 'done' },
    { dryRun: true, source: 'dvcqg', status: 'done' },
  ])
  expect((await workplace.run('runs', '--format', 'json')).stdout).toBe(before)
})

test('two syncs of one source do not run at once', async () => {
  const { promise, resolve: letGo } = Promise.withResolvers<void>()
  held = promise
  const before = portals.requests()
  const ended = answerOf(workplace.start('sync', 'one-stop', '--full'))
  await expect.poll(portals.requests, { timeout: 300_000 }).toBeGreaterThan(before)
  const second = await workplace.run('sync', 'one-stop', '--full')
  expect(second.code).toBe(1)
  expect(second.stderr).toMatch(/being synced by run \d+/)
  letGo()
  expect((await ended).code).toBe(0)
})
