import { startChild } from '../child.ts'
import type { Portal } from '../portal/main.ts'
import { requestsPerSecond } from './autocannon.ts'

/** Requests a second of both, measured one right after the other. */
export interface LoadPair {
  readonly bare: number
  readonly gateway: number
}

/** How an answer is asked for, and how many bytes it has on the way. */
export interface LoadMeasure {
  readonly encoding: string
  readonly bytes: number
  readonly pairs: readonly LoadPair[]
}

const PATH = '/v1/statistics/dossiers?period=2022&by=month'
const CONNECTIONS = 10

/**
 * Asks a gateway with a key for figures that it keeps, and a bare Hono route for the same bytes and headers, each in a
 * process of its own and in turn, `rounds` times.
 */
export async function measureLoad(options: {
  readonly file: string
  readonly portal: Portal
  readonly rounds: number
  readonly seconds: number
}): Promise<readonly LoadMeasure[]> {
  const { file, portal, ...turns } = options
  const args = ['--file', file, '--portal', JSON.stringify(portal), '--key']
  const gateway = await startChild<{ url: string; key: string }>('serve-hub.ts', args)
  const Authorization = `Bearer ${gateway.answer.key}`
  const url = `${gateway.answer.url}${PATH}`
  try {
    const measures: LoadMeasure[] = []
    for (const encoding of ['identity', 'gzip']) {
      const headers = { Authorization, 'Accept-Encoding': encoding }
      measures.push({ encoding, ...(await measurePairs({ url, headers, ...turns })) })
    }
    return measures
  } finally {
    await gateway.stop()
  }
}

interface Turns {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly rounds: number
  readonly seconds: number
}

async function measurePairs({ url, headers, rounds, seconds }: Turns) {
  const args = ['--like', url, '--headers', JSON.stringify(headers)]
  const bare = await startChild<{ url: string; bytes: number }>('load/bare-route.ts', args)
  const load = { headers, connections: CONNECTIONS, seconds }
  const ofGateway = () => requestsPerSecond({ ...load, url })
  const ofBare = () => requestsPerSecond({ ...load, url: bare.answer.url })
  try {
    await ofBare()
    await ofGateway()
    const pairs: LoadPair[] = []
    while (pairs.length < rounds) {
      pairs.push({ bare: await ofBare(), gateway: await ofGateway() })
    }
    return { bytes: bare.answer.bytes, pairs }
  } finally {
    await bare.stop()
  }
}
