import { parseArgs } from 'node:util'
import { everyNth, type FaultPlan, REQUEST_FAULTS } from '../faults.ts'
import { PAGING_FAULTS, type PagingFault } from '../paging.ts'
import { dakNongWorld } from '../world/dak-nong.ts'
import { smallWorld } from '../world/small.ts'
import type { World } from '../world/world.ts'

const WORLDS: Readonly<Record<string, () => World>> = {
  small: smallWorld,
  'dak-nong': dakNongWorld,
}

const NO_FAULTS: FaultPlan = { next: () => undefined }

/** What the command tells of itself. */
export const HELP = `Usage: cchc-portals [options]

Serves simulated portals on 127.0.0.1 and prints a cchc.config.yaml for them.

  --world NAME     ${Object.keys(WORLDS).join(' or ')} (the year 2022 of Đắk Nông, 464.457 dossiers); small unless named
  --port NUMBER    8088 unless named; 0 = any that is free
  --fault NAME     what goes wrong now and then: ${Object.keys(REQUEST_FAULTS).join(', ')}
                   or how lists are paged wrongly, always:
${PAGING_FAULTS.map((name) => `                     ${name}`).join('\n')}
  --every NUMBER   with every so many requests; 10 unless named
  --json           prints addresses and credentials as JSON instead
`

/** What the portals are asked to be. */
export interface PortalsRequest {
  readonly world: () => World
  readonly port: number
  readonly faults: FaultPlan
  readonly paging: PagingFault | undefined
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
  const nth = whole('every', values.every)
  return {
    world: choice('world', values.world, WORLDS),
    port: whole('port', values.port),
    ...misbehaviour(values.fault, nth),
    json: values.json,
  }
}

type Misbehaviour = Pick<PortalsRequest, 'faults' | 'paging'>

function misbehaviour(name: string | undefined, nth: number): Misbehaviour {
  if (name === undefined) return { faults: NO_FAULTS, paging: undefined }
  const now = Object.entries(REQUEST_FAULTS).map(([known, fault]): [string, Misbehaviour] => [
    known,
    { faults: everyNth(nth, fault), paging: undefined },
  ])
  const always = PAGING_FAULTS.map((paging): [string, Misbehaviour] => [
    paging,
    { faults: NO_FAULTS, paging },
  ])
  return choice('fault', name, Object.fromEntries([...now, ...always]))
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
