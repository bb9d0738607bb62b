import { Agent, get } from 'node:http'
import { parseArgs } from 'node:util'

/** How long answers of `/health` took, in ms, counted from when each was to be asked. */
export interface Probed {
  readonly probes: number
  readonly failed: number
  readonly worst: number
  /** 99.9 % were answered within. */
  readonly most: number
  /** By how much a probe came too late at worst: the machine, not the gateway. */
  readonly late: number
}

const EVERY_MS = 100

const { values } = parseArgs({ options: { url: { type: 'string' } } })
const agent = new Agent({ keepAlive: true })
const took: number[] = []
let [failed, late] = [0, 0]
let next = performance.now()

const timer = setInterval(probe, EVERY_MS)
process.stdin.once('data', end)
console.log(JSON.stringify({ probing: true }))

function probe(): void {
  const began = performance.now()
  late = Math.max(late, began - next)
  next = began + EVERY_MS
  ask(began)
}

function ask(began: number): void {
  const asked = get(`${values.url}/health`, { agent }, (response) => {
    response.resume().once('end', () => {
      if (response.statusCode === 200) took.push(performance.now() - began)
      else failed += 1
    })
  })
  asked.once('error', ({ message }) => {
    // The server may end a connection that is silent just when it is used again; then nothing was asked.
    if (asked.reusedSocket && message.includes('ECONNRESET')) return ask(began)
    failed += 1
    process.stderr.write(`a probe failed: ${message}\n`)
  })
}

function end(): void {
  clearInterval(timer)
  took.sort((one, other) => one - other)
  const at = (share: number) =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  const probed: Probed = {
    ...{ probes: took.length + failed, failed, late },
    ...{ worst: at(1), most: at(0.999) },
  }
  console.log(JSON.stringify(probed))
  process.exit()
}
