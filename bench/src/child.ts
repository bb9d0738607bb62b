import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** Kept from run to run, as the command `cchc` does: without it, stripping types takes 20 MB in every process. */
const COMPILE_CACHE = join(tmpdir(), 'node-compile-cache')

/** Runs a script of this folder in a process of its own and returns the JSON that it prints. */
export async function runChild<T>(script: string, args: readonly string[]): Promise<T> {
  const child = start(script, args)
  const ended = once(child, 'exit')
  const answer = await firstLine(child)
  await ended
  return JSON.parse(answer) as T
}

/** Starts a script that serves until it is stopped. */
export async function startChild<T>(
  script: string,
  args: readonly string[],
): Promise<{ readonly answer: T; stop(): Promise<void> }> {
  const child = start(script, args)
  const answer = JSON.parse(await firstLine(child)) as T
  return {
    answer,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

function start(script: string, args: readonly string[]): ChildProcess {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE }
  return spawn(process.execPath, [path, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the process has no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('the process ended without an answer; its error stands above')
}
