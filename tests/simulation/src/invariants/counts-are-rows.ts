import type { Invariant } from './define-invariant.ts'

export const countsAreRows: Invariant = {
  name: 'counts-are-rows',
  when: 'rest',
  sentence: 'The number of records that each stream states is the number of its rows.',
  async check(view) {
    const rows = new Map<string, number>()
    const count = (name: string) => rows.set(name, (rows.get(name) ?? 0) + 1)
    for (const { source } of await view.dossiers()) count(`${source} dossiers`)
    for (const record of await view.catalogueKeys()) count(record.split(' ', 2).join(' '))
    for (const { source, stream } of await view.counts()) count(`${source} ${stream}`)
    for (const { source, stream, records } of await view.streams()) {
      if (stream === 'figures') continue
      const found = rows.get(`${source} ${stream}`) ?? 0
      if (found !== records) return `${source} ${stream} states ${records} records and has ${found}`
    }
    return undefined
  },
}
