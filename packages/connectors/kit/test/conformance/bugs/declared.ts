import { z } from 'zod'
import { GOOD } from '../one-stop.ts'
import { Config } from '../one-stop-parts.ts'
import type { PlantedBug } from './planted-bug.ts'

export const DECLARED: readonly PlantedBug[] = [
  {
    bug: 'an id for people',
    check: 'names itself for configuration files and for people',
    parts: { id: 'One Stop' },
  },
  {
    bug: 'a translation that names something else',
    check: 'says in Vietnamese what its templates name',
    parts: { phrases: { 'row {count}': 'dòng {number}' } },
  },
  {
    bug: 'a configuration with a Date',
    check: 'prints its configuration as JSON Schema',
    parts: { config: Config.extend({ until: z.date().optional() }) },
  },
  {
    bug: 'a configuration without a base URL',
    check: 'has the base URL of the portal in its configuration',
    // Its type forbids it; not every author has types.
    parts: { config: Config.extend({ baseUrl: z.url().optional() }) as never },
  },
  {
    bug: 'a host with its scheme',
    check: 'names its hosts as the configuration has them',
    parts: { hosts: () => ['https://login.test'] },
  },
  {
    bug: 'a connector of another contract',
    check: 'is built for this version of the contract',
    parts: { contract: 1 },
  },
  {
    bug: 'a stream without a reader',
    check: 'opens a reader for every declared stream, no other, and no socket',
    parts: { open: (parts, client) => ({ dossiers: GOOD.open(parts, client).dossiers ?? {} }) },
  },
  {
    bug: 'a key that no record has',
    check: 'is known by fields of its record',
    parts: { key: ['number'] },
  },
  {
    bug: 'a cursor schema with a Date',
    check: 'has a cursor of JSON values',
    parts: { cursor: z.object({ completeSince: z.date().nullable() }) },
  },
  {
    bug: 'a sample with its code alone',
    check: 'is told what its portal holds',
    options: { holds: { dossiers: { count: 40, samples: [{ code: 'H99.01-26-0001' }] } } },
  },
]
