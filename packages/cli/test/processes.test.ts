import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CCHC } from '@cchc/command'
import { afterAll, afterEach, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'cchc-processes-'))
writeFileSync(join(folder, 'cchc.config.yaml'), 'store: { url: "sqlite:cchc.db" }\n')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const started: ChildProcess[] = []
afterEach(() => {
  for (const { pid } of started.splice(0)) {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL')
    } catch {
      // It has ended with everything that it started, as it should.
    }
  }
})

/** A gateway that has begun to serve, started by that program. */
async function serving(program: string, words: readonly string[], env = {}) {
  const child = spawn(program, [...words, 'serve', '--port', '0'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\S+/.exec(line)?.[0]
    if (url) return { child, url }
  }
  throw new Error('it does not serve')
}

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('a gateway that %s ends says so with %i', async (signal, code) => {
  const { child, url } = await serving(process.execPath, [CCHC])
  expect((await fetch(`${url}/health`)).status).toBe(200)
  child.kill(signal)
  expect(await once(child, 'close')).toEqual([code, null])
})

test('a gateway ends with the npx that started it, which hands no signal on', async () => {
  const script = '"$0" "$@"; exit $?'
  const words = ['-c', script, process.execPath, CCHC]
  const { child, url } = await serving('sh', words, { npm_command: 'exec' })
  child.kill('SIGTERM')
  // Its output is closed only when the gateway, which holds it too, is gone.
  await once(child, 'close')
  await expect(fetch(`${url}/health`)).rejects.toThrow()
})
