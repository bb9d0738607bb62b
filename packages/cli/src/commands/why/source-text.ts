import type { Explanation } from './explanation.ts'
import { printMoment } from './moments.ts'

type Run = Explanation['runs'][number]

/** What lines about cells need of the whole explanation. */
export interface CellContext {
  readonly runs: ReadonlyMap<string, Run>
  readonly view: Pick<Explanation, 'rule' | 'sources' | 'template'>
}

/** A source with the title of its portal. */
export function sourceName(id: string, { view }: CellContext): string {
  const title = view.sources.find(({ source }) => source === id)?.title ?? null
  return title === null ? id : `${id} (${title})`
}

/** A run with what ran and when. */
export function runText(id: string, { runs }: CellContext): string {
  const run = runs.get(id)
  if (!run) return `lần đồng bộ ${id}`
  const until = run.finishedAt === null ? 'chưa kết thúc' : printMoment(run.finishedAt)
  return `lần đồng bộ ${id} (${run.connector} ${run.connectorVersion}, từ ${printMoment(run.startedAt)} đến ${until})`
}
