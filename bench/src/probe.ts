const PROBES = 1000

/** How long probes of a gateway took at worst, in ms, and how many there were. */
export interface Probes {
  readonly worst: number
  readonly probes: number
}

/** Probes `/health` of a gateway, one request after the other, while something else is asked of it. */
export async function probeHealth(url: string): Promise<Probes> {
  let worst = 0
  for (let count = 0; count < PROBES; count += 1) {
    worst = Math.max(worst, await probe(url))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { worst, probes: PROBES }
}

/** How long one answer took, in ms. Throws where it was none. */
export async function probe(url: string): Promise<number> {
  const started = performance.now()
  const response = await fetch(`${url}/health`)
  await response.text()
  if (!response.ok) throw new Error(`the gateway answered a probe with ${response.status}`)
  return performance.now() - started
}
