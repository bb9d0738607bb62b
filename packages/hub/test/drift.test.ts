import { misbehaviour, servePortals, smallWorld } from '@cchc/portals'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import { oneRun } from '../src/questions/runs.ts'
import { sourceDrift } from '../src/questions/source-drift.ts'
import * as actions from './actions.ts'
import { configFolder, reference } from './config-text.ts'
import * as questions from './questions.ts'

const world = smallWorld({ dossiers: 120 })
/** Of the fields that change together, those of the due date. */
const DUE = 3

let folder: string
beforeEach(() => {
  folder = configFolder({})
})

interface Portal {
  readonly wrong?: string
  readonly format?: 'xml' | 'json'
  readonly drift?: string
}

/** A hub on the same store, before a portal whose rows are right or changed. */
async function on<T>({ wrong, ...settings }: Portal, work: (hub: Hub) => Promise<T>): Promise<T> {
  const portals = await servePortals({
    world,
    ...(wrong && misbehaviour(wrong, { seed: DUE })),
  })
  const { url: baseUrl, password, ...access } = portals.openCps
  const days = { since: '2021-09-01', windowDays: 366 }
  const secret = reference('env:OPENCPS_PASSWORD')
  const source = {
    connector: 'opencps',
    baseUrl,
    password: secret,
    ...access,
    ...days,
    ...settings,
  }
  const organisations = { H99: { name: 'UBND tỉnh Thử Nghiệm', level: 'province' } }
  const store = { url: 'sqlite:hub.db' }
  const config = { store, organisations, sources: { 'one-stop': source } }
  const hub = await openHub({ cwd: folder, config, env: { OPENCPS_PASSWORD: password } })
  try {
    return await work(hub)
  } finally {
    await hub.close()
    await portals.close()
  }
}

async function synced(portal: Portal, asked: object = {}) {
  return on(portal, async (hub) => {
    const [run] = (await hub.act(actions.sync, { full: true, ...asked })).runs
    const shown = await hub.ask(oneRun, { id: run?.id ?? '' })
    expect(shown).toEqual({ ...run, gate: [] })
    const ofDossiers = run?.drift.filter(({ stream }) => stream === 'dossiers') ?? []
    return {
      run,
      changes: ofDossiers.map(({ kind, path }) => `${kind} ${path}`).toSorted(),
      shapes: (await hub.ask(sourceDrift, {})).items,
      findings: (await hub.ask(questions.status, {})).findings,
      figures: await figuresOf(hub),
    }
  })
}

/** What is late depends on due dates. */
async function figuresOf(hub: Hub): Promise<unknown> {
  const asked = { org: 'H99', period: '2022', partial: true } as const
  return (await hub.ask(questions.dossierStatistics, asked)).total
}

describe('a portal whose rows change', () => {
  it.each([
    ['renamed-field', 'xml', ['missing dueDate', 'new dueDateNew']],
    ['renamed-field', 'json', ['missing dueDate', 'new dueDateNew']],
    ['retyped-field', 'json', ['new dueDate.value', 'retyped dueDate']],
    ['new-field', 'xml', ['new addedField']],
    ['new-field', 'json', ['new addedField']],
  ] as const)('is told once: %s in %s', async (wrong, format, expected) => {
    expect((await synced({ format })).run?.drift).toEqual([])
    const { changes, run, shapes, findings } = await synced({ format, wrong })
    expect(changes).toEqual(expected)
    expect(run?.warnings.join('\n')).toMatch(/dossiers: the records of the portal look otherwise/)
    const shape = shapes.find(({ stream }) => stream === 'dossiers')
    expect(shape).toMatchObject({ policy: 'evolve', open: [], last: { run: run?.id } })
    expect(findings).toEqual([])
    expect((await synced({ format, wrong })).run?.drift).toEqual([])
  })

  it('changes no figure where the source is frozen, until a person accepts it', async () => {
    const frozen = { format: 'xml', drift: 'freeze' } as const
    const before = await synced(frozen)
    const wrong = { ...frozen, wrong: 'renamed-field' } as const
    const stopped = await synced(wrong)
    expect(stopped.run).toMatchObject({ status: 'partial', failures: [{ stream: 'dossiers' }] })
    expect(stopped.figures).toEqual(before.figures)
    expect(stopped.findings).toEqual([
      expect.stringMatching(/^one-stop dossiers: .*dueDate no longer comes.*--accept-drift$/),
    ])
    const accepted = await synced(wrong, { acceptDrift: true })
    expect(accepted).toMatchObject({ run: { status: 'done' }, findings: [] })
    expect(accepted.figures).not.toEqual(before.figures)
  })

  it('is never told with what its fields hold', async () => {
    await synced({})
    const { run, shapes } = await synced({ wrong: 'renamed-field' })
    expect(run?.drift.length).toBeGreaterThan(0)
    expect(JSON.stringify([run, shapes])).not.toMatch(/CANARY|H99-\d/)
  })
})
