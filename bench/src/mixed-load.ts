import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startChild } from './child.ts'
import { inScratchFolder } from './measure-syncs.ts'
import { watchThread } from './mixed/answering-thread.ts'
import { Answers } from './mixed/answers.ts'
import { loadGateway } from './mixed/asking.ts'
import { courseOf, residentMegabytes, type Sample } from './mixed/memory.ts'
import { API_KEY, endOf, startCommand, urlOf, writeConfiguration } from './mixed/place.ts'
import type { MixedPortal } from './mixed/portals.ts'
import type { Probed } from './mixed/probe-health.ts'
import { brokenPromises } from './mixed/verdict.ts'

/** `node bench/src/mixed-load.ts --minutes 60`: a real gateway and worker under mixed load; ends with 1 where a promise broke. */
const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    dossiers: { type: 'string', default: '20000' },
    store: { type: 'string', default: 'sqlite:cchc.db' },
  },
})

const SAMPLE_MS = 10_000
const note = (text: string) => process.stderr.write(`${text}\n`)

const portal = await startChild<MixedPortal>('mixed/portals.ts', ['--dossiers', options.dossiers])
try {
  const measured = await inScratchFolder(loadIn)
  const broken = brokenPromises(measured)
  console.log(JSON.stringify({ minutes: Number(options.minutes), ...measured, broken }, null, 2))
  if (broken.length > 0) process.exitCode = 1
} finally {
  await portal.stop()
}

async function loadIn(folder: string) {
  writeConfiguration(folder, { portal: portal.answer, store: options.store })
  const start = (...words: string[]) => startCommand(folder, { portal: portal.answer, words })
  note('Reading everything once')
  const [code] = await once(start('sync'), 'exit')
  if (code !== 0 && code !== 3) throw new Error(`the first sync ended with ${code}`)
  const gateway = start('serve', '--port', '0')
  const url = await urlOf(gateway)
  const worker = start('worker', '--format', 'json')
  worker.stdout?.resume()
  try {
    return await underLoad(url, { gateway: gateway.pid ?? 0, worker: worker.pid ?? 0 })
  } finally {
    note(`Ended: gateway ${await endOf(gateway)}, worker ${await endOf(worker)}`)
  }
}

/** The first minute is for starting threads and filling caches: nothing of it is measured but wrong answers. */
async function underLoad(url: string, pids: Readonly<Record<'gateway' | 'worker', number>>) {
  const answers = new Answers()
  const end = new AbortController()
  const loading = loadGateway({ url, key: API_KEY, answers, signal: end.signal })
  await wait(60_000)
  const bare = await startChild<{ readonly url: string }>('mixed/bare-server.ts', [])
  const probers = { gateway: startProber(url), bare: startProber(bare.answer.url) }
  const thread = watchThread(pids.gateway)
  const samples = { gateway: [] as Sample[], worker: [] as Sample[] }
  const began = performance.now()
  const until = began + Number(options.minutes) * 60_000
  while (performance.now() < until) {
    await wait(SAMPLE_MS)
    const seconds = (performance.now() - began) / 1000
    for (const name of ['gateway', 'worker'] as const) {
      samples[name].push({ seconds, megabytes: residentMegabytes(pids[name]) })
    }
    if (samples.gateway.length % 6 === 0) note(`${Math.round(seconds)} s: ${megabytesOf(samples)}`)
  }
  const health = await probers.gateway.end()
  const beside = await probers.bare.end()
  const answering = thread.end()
  end.abort()
  await loading
  await bare.stop()
  const memory = { gateway: courseOf(samples.gateway), worker: courseOf(samples.worker) }
  return { health, beside, answering, answers: answers.table, wrong: answers.wrong, memory }
}

function megabytesOf(samples: Readonly<Record<string, readonly Sample[]>>): string {
  return Object.entries(samples)
    .map(([name, all]) => `${name} ${Math.round(all.at(-1)?.megabytes ?? 0)} MB`)
    .join(', ')
}

/** Probes in a process of its own, so that what asks here delays nothing. */
function startProber(url: string): { end(): Promise<Probed> } {
  const path = fileURLToPath(new URL('./mixed/probe-health.ts', import.meta.url))
  const child = spawn(process.execPath, [path, '--url', url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    end: async () => {
      await lines.next()
      child.stdin.end('end\n')
      const { value } = await lines.next()
      return JSON.parse(String(value)) as Probed
    },
  }
}
