import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { servePortals, smallWorld } from '@cchc/portals'
import { openStore, type Store } from '@cchc/store'
import { faultOf } from '../store-fault.ts'
import { type Answer, answerOf, openWorkplace, type Workplace } from '../workplace.ts'
import { CLAIMS, figuresOf } from './claims.ts'
import { FILES, PAIRED_COMMANDS, type PairedCommand, type PairedName } from './commands.ts'
import type { Side } from './side.ts'

/** A place in which two real commands are started at the same moment, each time on a store of its own. */
export interface PairRange {
  /** What was wrong, in words; empty = nothing. `fresh` makes an empty database and gives its URL. */
  tried(
    pair: readonly [PairedName, PairedName],
    fresh: (name: string) => Promise<string>,
  ): Promise<readonly string[]>
  close(): Promise<void>
}

export async function openPairRange(): Promise<PairRange> {
  const portals = await servePortals({
    world: smallWorld({ dossiers: 120 }),
    quirks: { malformedEvery: 20 },
  })
  const workplace = openWorkplace(portals)
  await prepare(workplace)
  const figures = figuresOf(await workplace.run(...PAIRED_COMMANDS.stats.words()))
  let made = 0
  return {
    async tried([first, second], fresh) {
      made += 1
      const folder = `pair-${made}`
      mkdirSync(join(workplace.folder, folder))
      const [url, a, b] = [await fresh('pair'), await fresh('moved_a'), await fresh('moved_b')]
      await restoreInto(url, join(workplace.folder, FILES.archive))
      workplace.useStore(url, { STORE_a: a, STORE_b: b })
      const started = [
        begin(workplace, first, { name: 'a', folder }),
        begin(workplace, second, { name: 'b', folder }),
      ]
      const ended = await Promise.all(started)
      return faultsOf(ended, { url, moved: { a, b }, figures, folder: workplace.folder })
    },
    async close() {
      await portals.close()
      workplace.remove()
    },
  }
}

/** Something of everything: both portals read, refused records, an entry, a closed period. */
async function prepare(workplace: Workplace): Promise<void> {
  const of = ['--org', 'H99', '--period']
  const year = [...of, '2022-H1', '--by', 'an']
  writeFileSync(
    join(workplace.folder, FILES.entries),
    'STT;Chỉ tiêu;ĐVT;Số liệu;Ghi chú\n1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;40;\n',
  )
  await workplace.run('sync')
  await workplace.run('indicators', 'set', 'plan_tasks_total', '30', ...year)
  await workplace.run('period', 'close', '2022-Q1', '--org', 'H99', '--by', 'an', '--note', 'Chốt')
  await workplace.run('report', 'tt01-06a', ...of, '2022-Q1', '--format', 'csv', '-o', 'r')
  const { code, stderr } = await workplace.run('backup', FILES.archive)
  if (code !== 0) throw new Error(stderr)
}

async function restoreInto(url: string, file: string): Promise<void> {
  const store = await openStore({ url })
  await store.restore({ file })
  await store.close()
}

interface Ended {
  readonly name: PairedName
  readonly side: Side
  readonly answer: Answer
}

async function begin(workplace: Workplace, name: PairedName, side: Side): Promise<Ended> {
  const answer = await answerOf(workplace.start(...PAIRED_COMMANDS[name].words(side)))
  return { name, side, answer }
}

interface Place {
  readonly url: string
  readonly moved: Readonly<Record<Side['name'], string>>
  readonly figures: string
  readonly folder: string
}

async function faultsOf(ended: readonly Ended[], place: Place): Promise<readonly string[]> {
  const store = await openStore({ url: place.url })
  try {
    const found = [await faultOf(store), await stillRunning(store)]
    const isRestored = ended.some(({ name, answer }) => name === 'restore' && answer.code === 0)
    for (const one of ended) {
      const { side, answer } = one
      const { claim, codes }: PairedCommand = PAIRED_COMMANDS[one.name]
      const told = toldWrongly(answer, codes)
      found.push(told && `${side.name} ${one.name}: ${told}`)
      if (!claim || ![0, 3].includes(answer.code ?? -1)) continue
      // What came before a restore went with it.
      if (isRestored && STORED.has(claim)) continue
      const { figures, folder, moved } = place
      const wrong = await CLAIMS[claim]({
        store,
        answer,
        side,
        figures,
        folder,
        moved: moved[side.name],
      })
      found.push(wrong && `${side.name} ${one.name}: ${wrong}`)
    }
    return found.filter((one) => one !== undefined)
  } finally {
    await store.close()
  }
}

async function stillRunning(store: Store): Promise<string | undefined> {
  const { items } = await store.listRuns({ limit: 100 })
  const open = items.find(({ status }) => status === 'running')
  return open && `run ${open.id} still runs`
}

/** Claims of which the store itself is the witness. */
const STORED: ReadonlySet<string> = new Set([
  'runs',
  'close',
  'reopen',
  'entered',
  'undone',
  'dismissed',
])

function toldWrongly(
  { code, stdout, stderr }: Answer,
  codes: readonly number[],
): string | undefined {
  const said = `${stdout}\n${stderr}`
  const isTrace = /^\s+at .*:\d+:\d+\)?$/m.test(said) || said.includes('a fault of CCHC Hub')
  if (isTrace) return `ended with ${code} and a stack trace or a fault of ours: ${stderr}`
  if (code !== null && [0, ...codes].includes(code)) return undefined
  return `ended with ${code}: ${stderr}`
}
