import { type Divergence, dakNongWorld, servePortals, worldAt } from '@cchc/portals'

/** How the national portal's figures of the last month differ from the province's; every cause occurs. */
const DIVERGENCE: Divergence = {
  from: '2022-12-01',
  to: '2022-12-31',
  lateSynchronisation: [{ organisation: 'H16.51.01', count: 12 }],
  statusPushedAsFinished: [{ organisation: 'H16.13', count: 3 }],
  twoCodes: [{ organisation: 'H16.05', count: 4 }],
  nullChannel: [{ organisation: 'H16.52', count: 5 }],
  refusedCounted: [{ organisation: 'H16.15', count: 2 }],
  unexplained: [{ organisation: 'H16.53', count: 2 }],
}

/** A process of its own, as portals are; shows the province as it was at an instant, or at the end of its year. */
const [shownAt] = process.argv.slice(2)
const whole = dakNongWorld()
const world = shownAt === undefined ? whole : worldAt(whole, Date.parse(shownAt))
const { openCps, national } = await servePortals({
  world,
  ...(shownAt === undefined ? { divergence: DIVERGENCE } : {}),
  quirks: { malformedEvery: 40_000 },
})
process.send?.({ openCps, national })
process.on('disconnect', () => process.exit(0))
