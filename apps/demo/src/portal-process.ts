import { type Divergence, dakNongWorld, servePortals } from '@cchc/portals'

/** What the national portal has not received of the last half of November, and what it was told too early. */
const divergence: Divergence = {
  from: '2022-11-16',
  to: '2022-11-30',
  lateSynchronisation: [{ organisation: 'H16.15', count: 4 }],
  statusPushedAsFinished: [{ organisation: 'H16.08', count: 2 }],
}

/** A process of its own: the portals must not share the hub's core, as they would not in a province. */
const portals = await servePortals({ world: dakNongWorld(), divergence })
process.send?.({ url: portals.url, openCps: portals.openCps, national: portals.national })
process.on('disconnect', () => process.exit(0))
