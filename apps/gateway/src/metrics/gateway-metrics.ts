import type { Hub } from '@cchc/hub'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { KeptUse } from '../caching/dated-answers.ts'
import { addHubMetrics } from './hub-metrics.ts'
import { addKeptMetrics } from './kept-metrics.ts'
import { type RequestMetrics, requestMetrics } from './request-metrics.ts'

/**
 * What Prometheus is told of a gateway and its hub. Labels are templates of routes and what is configured, so that their
 * number is bounded; nothing of persons, units or callers is among them. `process_*` and `nodejs_*` are those of every program.
 */
export class GatewayMetrics {
  readonly ofRequests: RequestMetrics
  readonly #registry = new Registry()

  constructor(hub: Pick<Hub, 'ask'>) {
    collectDefaultMetrics({ register: this.#registry })
    this.ofRequests = requestMetrics(this.#registry)
    addHubMetrics(this.#registry, hub)
  }

  /** Tells of answers that are kept, too. */
  watchKept(use: () => KeptUse): void {
    addKeptMetrics(this.#registry, use)
  }

  /** Everything as it is now, in the text format of Prometheus. */
  async exposition(): Promise<{ readonly type: string; readonly text: string }> {
    return { type: this.#registry.contentType, text: await this.#registry.metrics() }
  }
}
