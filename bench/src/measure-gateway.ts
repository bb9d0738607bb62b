import { startChild } from './child.ts'
import type { Portal } from './portal/main.ts'

/** How long probes of a gateway took, in ms, while it answered so many long questions. */
export interface GatewayMeasure {
  readonly worst: number
  readonly probes: number
  readonly answered: number
}

const PROBES = 1000
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
    let worst = 0
    for (let count = 0; count < PROBES; count += 1) {
      worst = Math.max(worst, await probe(answer.url))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    end.abort()
    const answers = await Promise.all(asking)
    return { worst, probes: PROBES, answered: answers.reduce((sum, count) => sum + count, 0) }
  } finally {
    end.abort()
    await stop()
  }
}

async function probe(url: string): Promise<number> {
  const started = performance.now()
  const response = await fetch(`${url}/health`)
  await response.text()
  if (!response.ok) throw new Error(`the gateway answered a probe with ${response.status}`)
  return performance.now() - started
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
