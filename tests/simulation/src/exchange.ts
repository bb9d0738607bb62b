import { createHttp, HttpLimits, httpLimits, type Transport } from '@cchc/connector-kit'
import type { MeteredHttp } from '@cchc/sync'
import { z } from 'zod'
import type { Portal } from './portal.ts'
import type { SimulatedProcess } from './process.ts'
import { Random } from './random.ts'
import type { Source } from './sources.ts'
import type { VirtualTime } from './virtual-time.ts'

const HttpConfig = z.object({ baseUrl: z.url(), http: HttpLimits })

const LONGEST_ANSWER_MS = 300

export interface Line {
  readonly portal: Portal
  readonly process: SimulatedProcess
  readonly time: VirtualTime
  /** Tells of each exchange that begins. */
  readonly onExchange: () => void
}

/** The kit's own HTTP client with the simulated portal at the other end of the line, in virtual time. */
export function openSimulatedHttp(
  { config }: Source,
  line: Line,
  signal: AbortSignal,
): MeteredHttp {
  const { baseUrl, http } = HttpConfig.parse(config)
  const limits = httpLimits(http)
  const { process } = line
  return createHttp({
    baseUrl,
    ...limits,
    signal,
    log: SILENT,
    now: process.now,
    random: () => process.random.next(),
    sleep: (ms) => process.sleep(ms, signal),
    transport: transportOf(line, limits.timeoutMs),
  })
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
