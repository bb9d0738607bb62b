import { parseArgs } from 'node:util'
import { MISBEHAVIOURS, type Misbehaviour, misbehaviour } from '../misbehaviour/misbehaviours.ts'
import { dakNongWorld } from '../world/dak-nong.ts'
import type { Divergence } from '../world/divergence.ts'
import { smallWorld } from '../world/small.ts'
import { TWO_LEVELS_DIVERGENCE, twoLevelsWorld } from '../world/two-levels.ts'
import type { World } from '../world/world.ts'
import { ONE_STOPS, type OneStop } from './hub-configuration.ts'

/** A world, and what its portals hold differently. */
interface Shown {
  readonly world: () => World
  readonly divergence?: Divergence
}

const WORLDS: Readonly<Record<string, Shown>> = {
  small: { world: smallWorld },
  'dak-nong': { world: dakNongWorld },
  'two-levels': { world: twoLevelsWorld, divergence: TWO_LEVELS_DIVERGENCE },
}

const ONE_STOP = Object.fromEntries(ONE_STOPS.map((name) => [name, name]))

/** What the command tells of itself. */
export const HELP = `Usage: cchc-portals [options]

Serves simulated portals on 127.0.0.1 and prints a cchc.config.yaml for them.

  --world NAME     ${Object.keys(WORLDS).join(' or ')} (the year 2022 of Đắk Nông, 464.457 dossiers); small unless named
  --one-stop NAME  what the province has in the configuration: ${ONE_STOPS.join(' or ')}; ${ONE_STOPS[0]} unless named
  --port NUMBER    8088 unless named; 0 = any that is free. The login of iGate answers at the next one
  --fault NAME     what the portals do wrong:
${MISBEHAVIOURS.map((name) => `                     ${name}`).join('\n')}
  --every NUMBER   what goes wrong now and then does so with one of so many requests; 10 unless named
  --seed NUMBER    another course of things; the same number, the same course
  --json           prints addresses and credentials as JSON instead
`

/** What the portals are asked to be. */
export interface PortalsRequest extends Shown {
  readonly oneStop: OneStop
  readonly port: number
  readonly misbehaves: Misbehaviour
  readonly json: boolean
}

/** Reads the words of a command line; throws with what to write instead. */
export function portalsRequest(words: readonly string[]): PortalsRequest | 'help' {
  const { values } = parseArgs({
    args: [...words],
    options: {
      world: { type: 'string', default: 'small' },
      'one-stop': { type: 'string', default: ONE_STOPS[0] },
      port: { type: 'string', default: '8088' },
      fault: { type: 'string' },
      every: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return 'help'
  const [every, seed] = [whole('every', values.every), whole('seed', values.seed)]
  return {
    ...choice('world', values.world, WORLDS),
    oneStop: choice('one-stop', values['one-stop'], ONE_STOP),
    port: whole('port', values.port),
    misbehaves: values.fault === undefined ? {} : known('fault', values.fault, { every, seed }),
    json: values.json,
  }
}

function known(option: string, name: string, settings: { every: number; seed: number }) {
  if (MISBEHAVIOURS.includes(name)) return misbehaviour(name, settings)
  throw new Error(`no --${option} "${name}"; choose one of ${MISBEHAVIOURS.join(', ')}`)
}

function choice<T>(option: string, name: string, known: Readonly<Record<string, T>>): T {
  const chosen = Object.hasOwn(known, name) ? known[name] : undefined
  if (chosen !== undefined) return chosen
  throw new Error(`no --${option} "${name}"; choose one of ${Object.keys(known).join(', ')}`)
}

function whole(option: string, text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new Error(`--${option} takes a whole number, not "${text}"`)
}
