import type { StreamSpec } from '@cchc/connector-kit'
import { Dossier } from '@cchc/domain'
import type { Batch } from '@cchc/store'
import { describe, expect, it } from 'vitest'
import { CommitLane } from '../src/commit-lane.ts'
import { createTrafficMeter } from '../src/traffic.ts'
import { dossier, meteredHttp } from './scripted.ts'

const SPEC = { entity: 'dossier', record: Dossier, key: ['code'], deletes: 'never' } as const
/** After every date of the dossiers. */
const LATER = 1_700_000_000_000
const QUIET = { requests: 0, retries: 0, bytes: 0 }

/** A lane with a clock that the test sets, what each of its commits had, and what it told of them. */
function lane({ rows = 1000, milliseconds = 1000, traffic = QUIET, spec = SPEC as StreamSpec }) {
  const clock = { now: 0 }
  const commits: number[] = []
  const ids: unknown[] = []
  const committed: unknown[] = []
  const acknowledged: unknown[] = []
  const commit = async ({ pages, content }: Batch) => {
    commits.push(pages)
    ids.push(...(content.records as readonly Dossier[]).map(({ lastingId }) => lastingId))
    return { refused: 3, dismissed: 1 } as never
  }
  const added = new CommitLane({
    writer: { commit } as never,
    source: 'test',
    stream: 'dossiers',
    spec,
    mode: 'upsert',
    cursor: undefined,
    limits: { rows, milliseconds },
    now: () => clock.now,
    portalBehindMs: () => 0,
    traffic: () => traffic,
    onCommitted: (told) => committed.push(told),
    acknowledge: async (position) => void acknowledged.push(position),
    onFailed: () => undefined,
  })
  let page = 0
  const add = async (atTime: number, record: unknown = dossier(`H99-${page}`)) => {
    clock.now = atTime
    page += 1
    await added.add({ records: [record], cursor: { page } as never })
  }
  return {
    ...{ add, flush: () => added.flush(), versionsAhead: () => added.versionsAhead },
    ...{ commits, ids, committed, acknowledged },
  }
}

describe('pages are committed', () => {
  it('when the first of them has waited for the limit, not when the lane was opened', async () => {
    const { add, flush, commits } = lane({ milliseconds: 1000 })
    for (const time of [5000, 5500, 5999, 6000, 6500]) await add(time)
    await flush()
    expect(commits).toEqual([4, 1])
  })

  it('at the limit of rows, refused ones included', async () => {
    const { add, flush, commits } = lane({ rows: 3 })
    await add(0)
    await add(0, dossier('H99', { channel: 'pigeon' }))
    await add(0, 'no record at all')
    await add(0)
    await flush()
    expect(commits).toEqual([3, 1])
  })
})

it('tells a commit with what is refused and was not dismissed, and acknowledged with its last position', async () => {
  const { add, flush, committed, acknowledged } = lane({})
  await add(0)
  await add(0)
  await flush()
  expect(committed).toEqual([{ fetched: 2, refused: 2 }])
  expect(acknowledged).toEqual([{ page: 2 }])
})

it('ids that a stream does not declare to last are taken from all that have one', async () => {
  const { add, flush, ids } = lane({})
  await add(LATER, dossier('H99-1', { lastingId: '7' }))
  await add(LATER, dossier('H99-2'))
  await flush()
  expect(ids).toEqual([undefined, undefined])
})

describe('traffic without pages', () => {
  it.each([
    [{ requests: 1, retries: 0, bytes: 1 }],
    [{ requests: 1, retries: 1, bytes: 0 }],
    [{ requests: 0, retries: 1, bytes: 1 }],
  ])('%j is committed as well', async (traffic) => {
    const { flush, commits, acknowledged } = lane({ traffic })
    await flush()
    expect(commits).toEqual([0])
    expect(acknowledged).toEqual([])
  })

  it('is none where nothing was asked: no commit', async () => {
    const { flush, commits } = lane({})
    await flush()
    expect(commits).toEqual([])
  })
})

it.each([
  ['dossier', 1],
  ['field', 0],
])('of a %s, %i versions ahead of now are counted', async (entity, ahead) => {
  const { add, versionsAhead } = lane({ spec: { ...SPEC, entity } as StreamSpec })
  await add(LATER, dossier('H99-1', { version: 2 * LATER }))
  expect(versionsAhead()).toBe(ahead)
})

it('each commit is told what HTTP did since the one before', () => {
  const totals = [
    { requests: 1, retries: 2, bytes: 30 },
    { requests: 4, retries: 6, bytes: 80 },
  ]
  const http = meteredHttp({ requests: 1, bytes: 1 })
  const meter = createTrafficMeter({ ...http, traffic: () => totals.shift() ?? QUIET })
  expect([meter(), meter()]).toEqual([
    { requests: 1, retries: 2, bytes: 30 },
    { requests: 3, retries: 4, bytes: 50 },
  ])
})
