import type { StreamSpec } from '../contract/stream.ts'
import type { Bench, Reading, Subject } from './bench.ts'
import type { Check, Finding } from './check.ts'
import { paramsOf } from './credentials.ts'
import { type Exchange, type Portal, rewritten, textOf } from './portal.ts'
import { codeOf, endOf, inequality, recordsOf } from './records.ts'
import { mapRows, rowsOf } from './wire-text.ts'

/** What portals do with offsets and page sizes. */
export const PAGING_CHECKS: readonly Check[] = [
  {
    name: 'ends where offsets beyond the end bring the last page again',
    of: 'stream',
    fix: 'Read lists with pages(): OpenCPS on Liferay answers so, and a list that is read until a page is empty never ends there.',
    run: async (bench, subject) => judge(bench, subject, clamping),
  },
  {
    name: 'loses nothing where pages are smaller than asked',
    of: 'stream',
    fix: 'Read lists with pages(): a short page is not the last one, and the next one begins where it ended.',
    run: async (bench, subject) => {
      const paged = offsetPaths(await bench.whole(subject))
      return judge(bench, subject, (healthy) => capping(healthy, paged))
    },
  },
]

async function judge(
  bench: Bench,
  subject: Subject,
  change: (healthy: Portal) => Portal,
): Promise<Finding | undefined> {
  const whole = await bench.whole(subject)
  if (offsetPaths(whole).size === 0) return undefined
  const reading = await bench.act(subject, bench.with(change))
  const code = codeOf(reading.error)
  if (code === 'portal_changed') return undefined
  if (code !== undefined)
    return { expected: 'a whole reading, or portal_changed', came: endOf(reading) }
  const spec = subject.spec as StreamSpec
  return inequality(recordsOf(spec, whole), recordsOf(spec, reading))
}

/** Paths of lists that are asked for by offsets: their second page begins about where the first one ended. */
function offsetPaths({ session }: Reading): Set<string> {
  const { exchanges } = session
  const second = exchanges.filter((exchange, i) => {
    const former = exchanges[i - 1]
    return former !== undefined && steps(former, exchange).some(({ from }) => from <= 1)
  })
  return new Set(second.map(({ url }) => url.pathname))
}

/** Whole numbers by which a request goes on behind the rows of the one before it; none where it asks for another list. */
function steps(former: Exchange, latter: Exchange): { from: number; to: number }[] {
  const [before, after] = [new Map(paramsOf(former)), paramsOf(latter)]
  if (former.url.pathname !== latter.url.pathname || after.length !== before.size) return []
  const changed = after.filter(([name, value]) => before.get(name) !== value)
  if (!changed.every(([name, value]) => /^\d{1,9}$/.test(value) && before.has(name))) return []
  const rows = rowsOf(former.answer ?? '').length
  return changed
    .map(([name, value]) => ({ from: Number(before.get(name)), to: Number(value) }))
    .filter(({ from, to }) => to - from >= Math.max(2, rows / 2) && to - from <= rows)
}

/** An empty page within a list becomes the page before it. */
function clamping(healthy: Portal): Portal {
  let last: Exchange | undefined
  return async (exchange) => {
    const answer = await healthy(exchange)
    if (answer === 'no answer') return answer
    const isEmpty = rowsOf(textOf(answer)).length === 0
    if (isEmpty && last?.answer && steps(last, exchange).length > 0) {
      last = { ...exchange, answer: last.answer }
      return { ...answer, body: Buffer.from(last.answer ?? '') }
    }
    if (!isEmpty) last = exchange
    return answer
  }
}

/** Lists of these paths come in pages half as large. */
function capping(healthy: Portal, paths: ReadonlySet<string>): Portal {
  const halved = rewritten(healthy, (text) => {
    const most = Math.ceil(rowsOf(text).length / 2)
    let count = 0
    return mapRows(text, (row) => {
      count += 1
      return count > most ? undefined : row
    })
  })
  return (exchange) => (paths.has(exchange.url.pathname) ? halved : healthy)(exchange)
}
