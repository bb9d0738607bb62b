import { parseArgs } from 'node:util'
import {
  cutBody,
  delayed,
  everyNth,
  expiredSession,
  type Fault,
  type FaultPlan,
  htmlPage,
  serverError,
  throttled,
} from '../faults.ts'
import { dakNongWorld } from '../world/dak-nong.ts'
import { smallWorld } from '../world/small.ts'
import type { World } from '../world/world.ts'

const WORLDS: Readonly<Record<string, () => World>> = {
  small: smallWorld,
  'dak-nong': dakNongWorld,
}

const FAULTS: Readonly<Record<string, Fault>> = {
  slow: delayed(2000),
  throttled: throttled('2'),
  error: serverError(),
  html: htmlPage(),
  cut: cutBody(),
  expired: expiredSession(),
}

const NO_FAULTS: FaultPlan = { next: () => undefined }

/** What the command tells of itself. */
export const HELP = `Usage: cchc-portals [options]

Serves simulated portals on 127.0.0.1 and prints a cchc.config.yaml for them.

  --world NAME     ${Object.keys(WORLDS).join(' or ')} (the year 2022 of Đắk Nông, 464.457 dossiers); small unless named
  --port NUMBER    8088 unless named; 0 = any that is free
  --fault NAME     what goes wrong now and then: ${Object.keys(FAULTS).join(', ')}
  --every NUMBER   with every so many requests; 10 unless named
  --json           prints addresses and credentials as JSON instead
`

/** What the portals are asked to be. */
export interface PortalsRequest {
  readonly world: () => World
  readonly port: number
  readonly faults: FaultPlan
  readonly json: boolean
}

/** Reads the words of a command line; throws with what to write instead. */
export function portalsRequest(words: readonly string[]): PortalsRequest | 'help' {
  const { values } = parseArgs({
    args: [...words],
    options: {
      world: { type: 'string', default: 'small' },
      port: { type: 'string', default: '8088' },
      fault: { type: 'string' },
      every: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return 'help'
  const { fault, json } = values
  const nth = whole('every', values.every)
  return {
    world: choice('world', values.world, WORLDS),
    port: whole('port', values.port),
    faults: fault === undefined ? NO_FAULTS : everyNth(nth, choice('fault', fault, FAULTS)),
    json,
  }
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
