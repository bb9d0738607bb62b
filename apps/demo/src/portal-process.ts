import { dakNongWorld, servePortals } from '@cchc/portals'

/** A process of its own: the portals must not share the hub's core, as they would not in a province. */
const portals = await servePortals({ world: dakNongWorld() })
process.send?.({ url: portals.url, openCps: portals.openCps, national: portals.national })
process.on('disconnect', () => process.exit(0))
