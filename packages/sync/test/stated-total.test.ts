import { PortalUnavailable, say } from '@cchc/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, from, scripted, settings } from './scripted.ts'

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

const page = (number: number, records: readonly unknown[], total?: number) => ({
  records,
  cursor: { page: number },
  ...(total === undefined ? {} : { total }),
})

describe('the number of rows that a portal states', () => {
  it.each([
    [3, '{stream}: the portal states {stated} rows, and only {came} came'],
    [1, '{stream}: the portal states {stated} rows, and {came} came'],
  ])('of %i is told where 2 came, and the pass is whole', async (stated, template) => {
    const dossiers = () => from([page(1, [dossier('H99-1')]), page(2, [dossier('H99-2')], stated)])
    const run = await runSource(settings(store, scripted({ dossiers })))
    expect(run.status).toBe('done')
    expect(run.warnings).toEqual([{ template, values: { stream: 'dossiers', stated, came: 2 } }])
    expect(store.content('dossiers').completed).toBe(1)
  })

  it('is right where it counts refused records, by the last page that states it', async () => {
    const refused = dossier('H99-2', { receivedAt: 'never' })
    const dossiers = () =>
      from([page(1, [dossier('H99-1')], 9), page(2, [refused], 2), page(3, [])])
    const run = await runSource(settings(store, scripted({ dossiers })))
    expect(run.warnings).toEqual([])
  })

  it('says nothing of a reading that did not come to its end, nor does what is only expected', async () => {
    const broken = async function* () {
      yield page(1, [dossier('H99-1')], 9)
      throw new PortalUnavailable(say('the portal is down'))
    }
    expect((await runSource(settings(store, scripted({ dossiers: broken })))).warnings).toEqual([])
    const dossiers = () => from([{ ...page(2, [dossier('H99-2')]), expected: 9 }])
    expect((await runSource(settings(store, scripted({ dossiers })))).warnings).toEqual([])
  })

  it('serves as what is expected where nothing else is', async () => {
    const told: unknown[] = []
    const dossiers = () => from([page(1, [dossier('H99-1')], 2), page(2, [dossier('H99-2')])])
    const onProgress = ({ stream, expected }: { stream: string; expected: number | null }) => {
      if (stream === 'dossiers') told.push(expected)
    }
    await runSource(settings(store, scripted({ dossiers }), { onProgress }))
    expect(told.at(-1)).toBe(2)
  })
})
