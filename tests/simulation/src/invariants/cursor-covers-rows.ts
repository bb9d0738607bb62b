import type { View } from '../view.ts'
import type { Invariant } from './define-invariant.ts'

export const cursorCoversRows: Invariant = {
  name: 'cursor-covers-rows',
  when: 'written',
  sentence:
    'No cursor is stored before its records: what was read up to it is stored as new as it was read, or refused.',
  async check(view) {
    const stored = new Map((await view.dossiers()).map((one) => [one.code, one.version]))
    const refused = await view.refused()
    for (const { source, stream, cursor } of await view.streams()) {
      if (stream !== 'dossiers' || cursor === undefined) continue
      for (const { records } of view.year.pages.coveredBy(source, stream, cursor)) {
        for (const { key, version } of records) {
          if (key === '' || refused.has(`${source} ${stream} ${key}`)) continue
          const found = stored.get(key)
          if (found !== undefined && found >= version) continue
          const state = found === undefined ? 'is not stored' : 'is stored in an older state'
          return `${key} ${state}, though ${source} ${stream} stands at ${JSON.stringify(cursor)}`
        }
      }
    }
    return undefined
  },
}
