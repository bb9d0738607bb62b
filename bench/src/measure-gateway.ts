import { startChild } from './child.ts'
import type { Portal } from './portal/main.ts'
import { type Probes, probe, probeHealth } from './probe.ts'

/** Probes of a gateway, and how many long questions it answered meanwhile. */
export interface GatewayMeasure extends Probes {
  readonly answered: number
}

const LONG = [
  '/v1/statistics/dossiers?period=2022&by=procedure,month',
  '/v1/statistics/comparison?period=2022&rule=tt01-2020,qd766-2022',
]

/** Probes `/health` of a gateway over a file, one request after the other, while long questions are asked without pause. */
export async function measureGateway(at: {
  readonly file: string
  readonly portal: Portal
}): Promise<GatewayMeasure> {
  const args = ['--file', at.file, '--portal', JSON.stringify(at.portal)]
  const { answer, stop } = await startChild<{ readonly url: string }>('serve-hub.ts', args)
  const end = new AbortController()
  try {
    await probe(answer.url)
    const asking = LONG.map((path) => askOnAndOn(`${answer.url}${path}`, end.signal))
    const probes = await probeHealth(answer.url)
    end.abort()
    const answers = await Promise.all(asking)
    return { ...probes, answered: answers.reduce((sum, count) => sum + count, 0) }
  } finally {
    end.abort()
    await stop()
  }
}

/** Asks until it is stopped; how often it was answered. */
async function askOnAndOn(url: string, signal: AbortSignal): Promise<number> {
  let answered = 0
  while (!signal.aborted) {
    const response = await fetch(url, { signal }).catch(() => undefined)
    if (!response) continue
    if (!response.ok) throw new Error(`the gateway answered ${response.status}`)
    await response.text().catch(() => undefined)
    answered += 1
  }
  return answered
}
