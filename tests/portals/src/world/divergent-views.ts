import { dayNumber, dayNumberOf, dayText, isWithin } from '@cchc/domain'
import { nationalFigures } from '../national/figures.ts'
import { type Divergence, type DivergencePlan, divergencePlan } from './divergence.ts'
import type { SimulatedDossier, World } from './world.ts'

const HOUR_MS = 3_600_000

/** The world, as it is at the call, in the words of the province's own system. */
export function provinceView(world: World, divergence: Divergence | undefined): World {
  if (divergence === undefined && world.former === undefined) return world
  const plan = divergence && divergencePlan(world, divergence)
  const times = (index: number) => {
    if (plan?.ministry.has(index) || isFormer(world, index)) return 0
    return plan?.twice.has(index) ? 2 : 1
  }
  const organisations = world.organisations.filter(({ code }) => isWithin(code, world.provinceCode))
  return viewOf({ ...world, organisations }, rowsOf(world, times), (index, copy) => {
    const dossier = world.dossier(index)
    if (plan?.unstated.has(index)) return { ...dossier, channelUnstated: true }
    return copy === 0 ? dossier : secondCode(dossier, world.dossierCount + index)
  })
}

/** Whether only the system of a former province has a dossier. */
function isFormer(world: World, index: number): boolean {
  if (world.former === undefined) return false
  return !isWithin(world.dossier(index).organisation.code, world.provinceCode)
}

/** The world, as it is at the call, as far as a ministry's central system handles it. */
export function ministryView(world: World, divergence: Divergence | undefined): World {
  const plan = divergence && divergencePlan(world, divergence)
  const isThere = (index: number) => plan?.ministry.has(index) || plan?.both.has(index)
  const rows = plan ? rowsOf(world, (index) => (isThere(index) ? 1 : 0)) : new Uint32Array()
  return viewOf(world, rows, (index) => world.dossier(index))
}

/** The world, as it is at the call, as far as the national portal has received it. */
export function nationalView(world: World, divergence: Divergence | undefined): World {
  if (divergence === undefined) return world
  const plan = divergencePlan(world, divergence)
  const rows = rowsOf(world, (index) => (plan.late.has(index) ? 0 : 1))
  const view = viewOf(world, rows, (index) => asReceived(world.dossier(index), index, plan))
  return {
    ...view,
    nationalFigures: (code, from, to) => {
      const figures = view.nationalFigures(code, from, to)
      return withUnexplained(figures, { world, divergence, code, from, to })
    },
  }
}

/** The rows of a view: every dossier so many times. */
export function rowsOf(world: World, times: (index: number) => number): Uint32Array {
  const rows: number[] = []
  for (let index = 0; index < world.dossierCount; index += 1) {
    for (let copy = 0; copy < times(index); copy += 1) rows.push(index)
  }
  return Uint32Array.from(rows)
}

/** The world with these rows, without the system of a former province. */
export function viewOf(
  world: World,
  rows: Uint32Array,
  show: (index: number, copy: number) => SimulatedDossier,
): World {
  const { former: _, ...shown } = world
  const view: World = {
    ...shown,
    dossierCount: rows.length,
    dossier: (row) => show(rows[row] ?? -1, row > 0 && rows[row - 1] === rows[row] ? 1 : 0),
    nationalFigures: (code, from, to) => nationalFigures(view, code, { from, to }),
  }
  return view
}

/** As if the citizen had applied at the national portal (G22, Văn phòng Chính phủ) and the clerk had entered it again. */
function secondCode(dossier: SimulatedDossier, id: number): SimulatedDossier {
  const day = dayText(dayNumberOf(dossier.receivedAt)).slice(2).replaceAll('-', '')
  const number = String(id % 100_000).padStart(5, '0')
  return { ...dossier, id: 100_001 + id, code: `000.00.00.G22-${day}-${number}` }
}

function asReceived(
  dossier: SimulatedDossier,
  index: number,
  plan: DivergencePlan,
): SimulatedDossier {
  const { receivedAt } = dossier
  if (plan.pushed.has(index)) {
    const end = receivedAt + HOUR_MS
    return { ...dossier, status: 'done', releasedAt: end, finishedAt: end, supplementAt: null }
  }
  if (!plan.refused.has(index)) return dossier
  return { ...dossier, status: 'unresolved', releasedAt: receivedAt }
}

const ON_TIME = 'dvc-progress-tree.totalOnTime'

/** Adds to the organisation, to those above it, and to every period that holds all the days. */
function withUnexplained(
  figures: Record<string, number | null>,
  asked: { world: World; divergence: Divergence; code: string; from: string; to: string },
): Record<string, number | null> {
  const { world, divergence, code, from, to } = asked
  const holds =
    dayNumber(from) <= dayNumber(divergence.from) && dayNumber(to) >= dayNumber(divergence.to)
  const added = (divergence.unexplained ?? [])
    .filter(({ organisation }) => holds && isAtOrBelow(world, organisation, code))
    .reduce((sum, { count }) => sum + count, 0)
  return added === 0 ? figures : { ...figures, [ON_TIME]: (figures[ON_TIME] ?? 0) + added }
}

function isAtOrBelow(world: World, code: string, above: string): boolean {
  if (code === above) return true
  const parent = world.organisations.find((unit) => unit.code === code)?.parentCode ?? null
  return parent !== null && isAtOrBelow(world, parent, above)
}
