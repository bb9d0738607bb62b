import { isAppError } from '@cchc/domain'
import { openStore, type RunWriter, type Store } from '../src/index.ts'
import { batch, catalogueBatch, dossier, dossiers, procedures } from './suite/dossiers.ts'
import { begin, finish } from './suite/fixture.ts'

/**
 * A process that shares a database with a test: does what its arguments say, and tells each step as a line on stdout.
 * It waits for a line on stdin where the test decides about the moment.
 */
const [command = '', url = ''] = process.argv.slice(2)

const commands: Readonly<Record<string, () => Promise<void>>> = {
  /** Opens the store when told to. */
  async open() {
    await told('waiting')
    await (await openStore({ url })).close()
    tell('opened')
  },
  /** Begins a run, commits, and holds the lease until told to finish. */
  async hold() {
    const [store, run] = await started()
    await run.commit(batch(dossiers(3), { cursor: { page: 1 } }))
    await told(`holding ${run.runId}`)
    await finish(run)
    await store.close()
    tell('finished')
  },
  /** Begins a run when told to. */
  async begin() {
    const store = await openStore({ url })
    await told('waiting')
    const run = await begin(store)
    await told(`holding ${run.runId}`)
    await store.close()
  },
  /** Stops itself in the middle of a commit, and tells how the commit ended when it goes on. */
  async stall() {
    const [, run] = await started()
    let isStopped = false
    const stopping = Object.defineProperty(dossier('STALLED'), 'status', {
      get() {
        if (!isStopped) process.kill(process.pid, 'SIGSTOP')
        isStopped = true
        return 'received'
      },
    })
    tell('stalling')
    await new Promise((resolve) => setImmediate(resolve))
    await run.commit(batch([stopping]))
  },
  /** Commits batch after batch of new and changed dossiers and a whole catalogue, until its input ends. */
  async write() {
    const [store, run] = await started()
    let ended = false
    process.stdin.on('end', () => {
      ended = true
    })
    process.stdin.resume()
    let version = 0
    for (; !ended; version += 1) {
      const changed = dossier('changing', { version, statusReceived: `${version}` })
      const records = [changed, dossier(`W${version}`)]
      await run.commit(batch(records, { cursor: { version } }))
      await run.commit(catalogueBatch(procedures('A', 'B', `P${version}`)))
      await run.completePass('procedures', { cursor: undefined, acceptRemovals: false })
      tell(`committed ${version}`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await finish(run)
    await store.close()
    tell(`wrote ${version}`)
  },
  /** Commits large batches until one fails. */
  async fill() {
    const [, run] = await started()
    for (let start = 0; start < 1_000_000; start += 2000) {
      const records = dossiers(2000).map((one) => ({ ...one, code: `${start}-${one.code}` }))
      await run.commit(batch(records, { cursor: { start } }))
      tell(`committed ${start + records.length}`)
    }
  },
  /** Opens the store without the rights of root, where it has them. */
  async unprivileged() {
    await (await openStore({ url: process.argv[4] ?? '' })).close()
    if (process.getuid?.() === 0) {
      process.setgid?.(65_534)
      process.setuid?.(65_534)
    }
    const [store] = await started()
    await store.close()
    tell('opened')
  },
}

async function started(): Promise<[Store, RunWriter]> {
  const store = await openStore({ url })
  return [store, await begin(store)]
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function told(line: string): Promise<void> {
  tell(line)
  await new Promise((resolve) => process.stdin.once('data', resolve))
}

try {
  await commands[command]?.()
  process.stdin.destroy()
} catch (error) {
  const failure = isAppError(error) ? { code: error.code, fix: error.fix } : {}
  tell(JSON.stringify({ ...failure, message: String((error as Error).message) }))
  process.exit(1)
}
