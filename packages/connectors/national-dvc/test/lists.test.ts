import { recordsOf } from '@cchc/connector-kit/conformance'
import { PAGING_FAULTS, type PagingFault, type World } from '@cchc/portals'
import { describe, expect, test } from 'vitest'
import { asked, fromStart, opened, usePortal, world } from './portal.ts'

usePortal()

/** A province with so many communes that its lists have several pages. */
function manyOrganisations(count: number): World {
  const [commune] = world.organisations.filter(({ level }) => level === 'commune')
  const more = Array.from({ length: count - world.organisations.length }, (_, index) => ({
    ...(commune as World['organisations'][number]),
    code: `H99.05.${String(200 + index)}`,
    name: `Xã ${index}`,
  }))
  return { ...world, organisations: [...world.organisations, ...more] }
}

const config = { reporting: { since: 2022, until: 2022, pageSize: 100 } }

function figuresOf(shown: World, paging?: PagingFault) {
  const { streams } = opened({ config, shown, portal: { paging } })
  return recordsOf(streams.figures.read(fromStart))
}

const LIES: readonly PagingFault[] = ['ignored-offsets', 'alternating-pages']
/** The trees state no total: what a deletion hides there comes with the next pass, which reads all of them again. */
const READ_WHOLE = PAGING_FAULTS.filter((fault) => !LIES.includes(fault))

describe.each(READ_WHOLE)('a portal with %s', (paging) => {
  test.each([130, 201])('gives the figures of all %i organisations', async (count) => {
    const shown = manyOrganisations(count)
    const figures = await figuresOf(shown, paging)
    const codes = (group: string) =>
      new Set(
        figures
          .filter(({ measure }) => measure.startsWith(group))
          .map((each) => each.organisationCode),
      )
    const all = new Set(shown.organisations.map(({ code }) => code))
    expect(codes('dossier-digitized.')).toEqual(all)
    if (paging !== 'deletions') expect(codes('dvc-progress-tree.')).toEqual(all)
    const most = paging === 'one-row-pages' ? count + 5 : 12
    expect(asked.filter(({ what }) => what === 'dossier-digitized').length).toBeLessThan(most)
  })
})

test.each(LIES)('a portal with %s is told where it counts its rows', async (paging) => {
  await expect(figuresOf(manyOrganisations(330), paging)).rejects.toMatchObject({
    code: 'portal_changed',
    message: expect.stringMatching(/^transparency: the portal counts \d+ more/),
  })
})
