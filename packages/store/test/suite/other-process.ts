import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../process-main.ts', import.meta.url))

/** A real process that runs a command of `process-main.ts`. */
export interface OtherProcess {
  readonly pid: number
  /** Its next line; throws when it ended without one. */
  line(): Promise<string>
  /** All lines up to its end. */
  rest(): Promise<string[]>
  /** Lets it go on where it waits. */
  tell(): void
  endInput(): void
  signal(name: NodeJS.Signals): void
  kill(): Promise<void>
}

interface Options {
  /** Bytes that it may write to one file. */
  readonly fileSizeLimit?: number
}

export function startProcess(args: readonly string[], options: Options = {}): OtherProcess {
  const child = spawnLimited([process.execPath, MAIN, ...args], options)
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  const iterator = lines[Symbol.asyncIterator]()
  let complaints = ''
  child.stderr?.on('data', (text: Buffer) => {
    complaints += text
  })
  const exited = once(child, 'exit')
  return {
    pid: child.pid ?? 0,
    async line() {
      const { done, value } = await iterator.next()
      if (done) throw new Error(`the process ended: ${complaints}`)
      return value
    },
    async rest() {
      const all: string[] = []
      for await (const line of { [Symbol.asyncIterator]: () => iterator }) all.push(line)
      await exited
      return all
    },
    tell: () => void child.stdin?.write('go\n'),
    endInput: () => void child.stdin?.end(),
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** The limit is the shell's, in blocks of 512 bytes; the process takes the shell's place. */
function spawnLimited(command: readonly string[], { fileSizeLimit }: Options): ChildProcess {
  const limit = fileSizeLimit === undefined ? '' : `ulimit -f ${Math.floor(fileSizeLimit / 512)}; `
  return spawn('sh', ['-c', `${limit}exec "$@"`, 'sh', ...command], { stdio: 'pipe' })
}
