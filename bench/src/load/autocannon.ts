import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const PROGRAM = fileURLToPath(import.meta.resolve('autocannon'))

/** What is asked, over how many connections and for how long. */
export interface Load {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly seconds: number
}

/** Part of what autocannon prints. */
interface Printed {
  readonly errors: number
  readonly timeouts: number
  readonly non2xx: number
  readonly requests: { readonly average: number }
}

/** Requests answered in a second, in the mean. Throws unless all were answered well. */
export async function requestsPerSecond({ url, headers, ...load }: Load): Promise<number> {
  const told = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`])
  const limits = ['-c', String(load.connections), '-d', String(load.seconds)]
  const args = [PROGRAM, '--json', ...limits, ...told, url]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const { errors, timeouts, non2xx, requests } = JSON.parse(stdout) as Printed
  const wrong = errors + timeouts + non2xx
  if (wrong > 0 || requests.average === 0) throw new Error(`${wrong} requests of ${url} failed`)
  return requests.average
}
