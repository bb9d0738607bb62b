import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { servePortals, smallWorld } from '@cchc/portals'
import { openStore, type Run } from '@cchc/store'
import { openWatchedStore } from '@cchc/store/testing'
import { faultOf } from './store-fault.ts'
import { type Answer, answerOf, openWorkplace, type Workplace } from './workplace.ts'

/** What came of a sync and a gateway that were frozen for longer than a lease. */
export interface Thawed {
  /** How the frozen sync ended when it went on, and the one that ran meanwhile. */
  readonly frozen: Answer
  readonly other: Answer
  /** What the gateway answered to a request that it got while it was frozen. */
  readonly served: { readonly status: number; readonly runs: readonly Pick<Run, 'id' | 'status'>[] }
  /** What is not sound about the store at last. */
  readonly fault: string | undefined
}

/** By the clock of the database a lease of 90 s is over then. */
const LATER_MS = 100_000
/** Exchanges of a sync after which it has a lease and has committed nothing. */
const FROZEN_AFTER = 3

/** Freezes a real gateway and a real sync by SIGSTOP, lets another sync take over, and lets both go on. */
export async function freeze(url: string): Promise<Thawed> {
  let asked = 0
  const reached = Promise.withResolvers<void>()
  const portals = await servePortals({
    world: smallWorld({ dossiers: 120 }),
    onRequest: () => {
      asked += 1
      if (asked === FROZEN_AFTER) reached.resolve()
    },
  })
  const workplace = openWorkplace(portals)
  workplace.useStore(url)
  const gateway = await serving(workplace)
  try {
    const sync = workplace.start('sync', 'one-stop', '--stream', 'dossiers')
    const ended = answerOf(sync)
    await reached.promise
    sync.kill('SIGSTOP')
    gateway.child.kill('SIGSTOP')
    const answer = fetch(`${gateway.url}/v1/runs`)
    await takeOver(url)
    const other = await workplace.run('sync', 'one-stop', '--stream', 'dossiers')
    gateway.child.kill('SIGCONT')
    sync.kill('SIGCONT')
    const frozen = await ended
    const { status, body } = await answer.then(async (one) => ({
      status: one.status,
      body: (await one.json()) as { readonly items: Thawed['served']['runs'] },
    }))
    return { frozen, other, served: { status, runs: body.items }, fault: await faultAt(url) }
  } finally {
    gateway.child.kill('SIGKILL')
    await portals.close()
    workplace.remove()
  }
}

async function serving(workplace: Workplace) {
  const child = workplace.start('serve', '--port', '0')
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const url = /http:\S+/.exec(line)?.[0]
    if (url) return { child, url }
  }
  throw new Error(`the gateway ended with ${await once(child, 'exit')}`)
}

/** A run begins as it would when the lease of the frozen one is over. */
async function takeOver(url: string): Promise<void> {
  const databaseNow = () => Date.now() + LATER_MS
  const store = await openWatchedStore({ url }, { databaseNow, beforeStatement: () => undefined })
  const about = { source: 'one-stop', connector: 'opencps', connectorVersion: '1.0.0' }
  const run = await store.beginRun({ ...about, trigger: 'manual' })
  await run.finish({ status: 'done', error: null })
  await store.close()
}

async function faultAt(url: string): Promise<string | undefined> {
  const store = await openStore({ url })
  try {
    return await faultOf(store)
  } finally {
    await store.close()
  }
}
