import { parseArgs } from 'node:util'
import { servePortals, smallWorld } from '@cchc/portals'

/** What whoever asks has to know of the simulated one-stop system. */
export interface MixedPortal {
  readonly url: string
  readonly username: string
  readonly password: string
  readonly groupId: string
  /** By their codes. */
  readonly organisations: Readonly<
    Record<string, { readonly name: string; readonly level: string }>
  >
}

const { values } = parseArgs({ options: { dossiers: { type: 'string', default: '400' } } })
const world = smallWorld({ dossiers: Number(values.dossiers) })
const { openCps } = await servePortals({ world })
const organisations = Object.fromEntries(
  world.organisations.map(({ code, name, level }) => [code, { name, level }]),
)
console.log(JSON.stringify({ ...openCps, organisations } satisfies MixedPortal))
