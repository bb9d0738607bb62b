import { dayNumber, dayText, startOfDay } from '@cchc/domain'
import { dossier, from as pagesOf, scripted } from './scripted.ts'

export const FIRST = '2022-03-01'
export const LAST = '2022-03-10'
const BEHIND = 100

interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly cursor: { readonly page: number } | undefined
}

interface Change {
  /** Waited for before a day is read. */
  readonly onDay?: (day: string) => unknown
}

/** A portal with two dossiers a day, read by windows of two days, and one that is open and older. */
export function splitPortal({ onDay = () => undefined }: Change = {}) {
  const asked: string[] = []
  async function* days({ from = FIRST, to = LAST, cursor }: Asked) {
    const [first, last] = [dayNumber(from), dayNumber(to)]
    for (let page = (cursor?.page ?? 0) + 1; page <= last - first + 1; page += 1) {
      const day = dayText(first + page - 1)
      await onDay(day)
      asked.push(day)
      yield { records: ofDay(day), cursor: { page } }
    }
  }
  async function* read(request: Asked) {
    const { page = 0 } = request.cursor ?? {}
    if (page < BEHIND) yield* days(request)
    if (page > BEHIND) return
    asked.push('rest')
    yield {
      records: [dossier('H99-open', { status: 'processing', finishedAt: null })],
      cursor: { page: BEHIND + 1 },
    }
  }
  const windows = {
    days: 2,
    split: async ({ from = FIRST, to = LAST, cursor }: Asked) =>
      cursor === undefined ? { days: { from, to }, rest: { page: BEHIND } } : undefined,
    read: days,
  }
  return {
    connector: scripted({ dossiers: read as never, windows, fields: () => pagesOf([]) }),
    asked,
  }
}

function ofDay(day: string) {
  const receivedAt = startOfDay(dayNumber(day)) + 3_600_000
  return [1, 2].map((nth) =>
    dossier(`H99-${day}-${nth}`, { receivedAt, finishedAt: receivedAt + 1 }),
  )
}
