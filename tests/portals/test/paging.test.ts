import { describe, expect, it } from 'vitest'
import { PAGING_FAULTS, type PagingFault, smallWorld } from '../src/index.ts'
import { createPaging } from '../src/paging.ts'
import { codes, portal } from './opencps-portal.ts'

const world = smallWorld({ dossiers: 120 })
const all = Array.from({ length: 120 }, (_, index) => world.dossier(index).code)

describe('wrong pagings of OpenCPS', () => {
  /** Codes and total of each page that is asked for. */
  const asked = async (paging: PagingFault, ...ranges: string[]) => {
    const { dossiers } = portal(world, { paging })
    const answers: ((string | undefined)[] | number)[] = []
    for (const range of ranges) {
      const [start, end] = range.split('-')
      const page = await dossiers(`start=${start}&end=${end}`)
      answers.push(codes(page), page.total)
    }
    return answers
  }

  it('answer an offset beyond the end with the last page', async () => {
    const last = all.slice(100)
    expect(await asked('clamped-offsets', '120-140')).toEqual([last, 120])
    expect(await asked('clamped-offsets', '150-200')).toEqual([last, 120])
  })

  it.each<[PagingFault, string[], string[]]>([
    ['ignored-offsets', all.slice(0, 60), all.slice(0, 60)],
    ['capped-pages', all.slice(20, 60), all.slice(20, 60)],
    ['one-row-pages', all.slice(20, 21), all.slice(20, 21)],
    ['alternating-pages', all.slice(0, 60), all.slice(60)],
  ])('%s', async (paging, first, second) => {
    expect(await asked(paging, '20-80', '20-80')).toEqual([first, 120, second, 120])
  })

  it('delete a row between two pages', async () => {
    const given = await asked('deletions', '0-20', '20-40')
    expect(given).toEqual([all.slice(0, 20), 120, all.slice(21, 41), 119])
  })

  it('give ties in another order, and lose none of them', async () => {
    const { dossiers } = portal(world, { paging: 'moving-order' })
    const read = async () => codes(await dossiers('start=0&end=120'))
    const [first, second, third] = [await read(), await read(), await read()]
    expect(second).not.toEqual(first)
    expect(second.toSorted()).toEqual(first.toSorted())
    expect(third).toEqual(all)
  })

  it('state a total that grows, or none', async () => {
    const growing = await asked('growing-totals', '0-20', '20-40')
    expect(growing).toEqual([all.slice(0, 20), 120, all.slice(20, 40), 140])
    const missing = portal(world, { paging: 'missing-totals' })
    expect(await (await missing.get('/v2/dossiers?start=0&end=1')).text()).not.toContain('total')
    expect(await (await missing.get('/v2/serviceinfos?start=0&end=1')).text()).not.toContain(
      'total',
    )
  })
})

it('of an empty list hands out nothing, under every name', () => {
  for (const fault of PAGING_FAULTS) {
    const { positions } = createPaging(fault)('list', { start: 0, end: 10, count: 0 })
    expect([...positions]).toEqual([])
  }
})
