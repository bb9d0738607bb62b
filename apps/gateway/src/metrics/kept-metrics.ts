import { Counter, Gauge, type Registry } from 'prom-client'
import type { KeptUse } from '../caching/dated-answers.ts'

/** Tells how answers that are kept are used, as it is when it is asked. */
export function addKeptMetrics(registry: Registry, use: () => KeptUse): void {
  const registers = [registry]
  new Counter({
    name: 'cchc_kept_answer_lookups_total',
    help: 'Questions whose answer is kept while nothing changes: hit = it was there, miss = it was made.',
    labelNames: ['result'],
    registers,
    collect() {
      const { hits, misses } = use()
      this.reset()
      this.inc({ result: 'hit' }, hits)
      this.inc({ result: 'miss' }, misses)
    },
  })
  new Gauge({
    name: 'cchc_kept_answers_bytes',
    help: 'Memory that answers which are kept take.',
    registers,
    collect() {
      this.set(use().bytes)
    },
  })
}
