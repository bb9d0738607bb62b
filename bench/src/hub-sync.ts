import { type Hub, openHub } from '@cchc/hub'
import { sync } from '@cchc/hub/actions/sync'
import type { Portal } from './portal/main.ts'
import type { Format } from './portal/record-pool.ts'

/** Whose dossiers it reads; its portal lists no organisations. */
export const PROVINCE = 'H16'

/** Its only source. */
export const SOURCE = 'one-stop'

interface BenchHub {
  readonly portal: Pick<Portal, 'url' | 'since' | 'now'>
  readonly format: Format
  readonly file: string
}

/** A hub on a file, with one OpenCPS as its source and everything else as it comes. */
export function openBenchHub(options: BenchHub): Promise<Hub> {
  return openHub({ ...benchOptions(options), now: () => options.portal.now })
}

/** How it is opened, as one thread can tell another. */
export function benchOptions({ portal, format, file }: BenchHub) {
  return {
    config: {
      store: { url: `sqlite:${file}` },
      gateway: { requestsPerMinute: 1_000_000 },
      organisations: { [PROVINCE]: { name: 'Tỉnh Đắk Nông', level: 'province' as const } },
      sources: {
        [SOURCE]: {
          connector: 'opencps',
          baseUrl: portal.url,
          username: 'bench',
          password: ['$', '{env:BENCH_PASSWORD}'].join(''),
          groupId: '20126',
          since: portal.since,
          format,
        },
      },
    },
    env: { BENCH_PASSWORD: 'bench' },
  }
}

/** A real sync with all promises on. Returns how many dossiers it brought; throws unless the run ended whole. */
export async function syncAll(hub: Hub): Promise<number> {
  const [run] = (await hub.act(sync, {})).runs
  if (run?.status !== 'done') throw new Error(`the run ended as ${run?.status}`)
  await hub.close()
  return run.counts.new
}
