import { createHttp, createIo, httpLimits, type Transport } from '@cchc/connector-kit'
import type { OpenedSource } from '@cchc/sync'
import type { Portal } from './portal.ts'
import type { SimulatedProcess } from './process.ts'
import { Random } from './random.ts'
import type { Source } from './sources.ts'
import type { VirtualTime } from './virtual-time.ts'

const LONGEST_ANSWER_MS = 300

export interface Line {
  readonly portal: Portal
  readonly process: SimulatedProcess
  readonly time: VirtualTime
  /** Tells of each exchange that begins. */
  readonly onExchange: () => void
}

/** A source over the kit's own HTTP client, with the simulated portal at the other end of the line, in virtual time. */
export function openSimulated(
  { connector, config }: Source,
  line: Line,
  { signal, now }: { readonly signal: AbortSignal; readonly now: () => number },
): OpenedSource {
  const limits = httpLimits(config.http)
  const { process } = line
  const outside = { signal, log: SILENT, now }
  const sleep = (ms: number) => process.sleep(ms, signal)
  const http = createHttp({
    baseUrl: config.baseUrl,
    ...limits,
    ...outside,
    random: () => process.random.next(),
    sleep,
    transport: transportOf(line, limits.timeoutMs),
  })
  const io = { ...createIo(outside), sleep, http }
  const { traffic, clockDifference } = http
  return { streams: connector.open(config, io), traffic, clockDifference }
}

export const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined }

function transportOf({ portal, process, time, onExchange }: Line, timeoutMs: number): Transport {
  return async (request, url) => {
    onExchange()
    await process.turn(LONGEST_ANSWER_MS)
    const fault = portal.nextFault()
    const answer = (forgetful = false) => time.outside(() => portal.answer(request, url, forgetful))
    const random = new Random(`${fault?.name} ${time.now}`)
    const sleep = (ms: number) => process.sleep(ms)
    const attempt = await (fault
      ? fault.spoil({ random, now: time.now, timeoutMs, answer, sleep })
      : answer())
    process.step()
    return attempt
  }
}
