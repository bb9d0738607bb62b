import { readFileSync } from 'node:fs'
import { dayNumber, II06_COLUMNS, printNumber, Tally, tt01 } from '@cchc/domain'
import { expect, test } from 'vitest'
import { dakNongWorld } from '../src/index.ts'
import { factsOf } from './count.ts'

const page = readFileSync(new URL('../../../docs/counting-rules.md', import.meta.url), 'utf8')
const world = dakNongWorld()
const [from, to] = [dayNumber(world.totals.from), dayNumber(world.totals.to)]
const departments = new Map<string, Tally>()
for (let index = 0; index < world.dossierCount; index += 1) {
  const dossier = world.dossier(index)
  const { code, level } = dossier.organisation
  if (level !== 'department') continue
  const tally = departments.get(code) ?? new Tally(from, to)
  departments.set(code, tally)
  tally.addDossier(tt01, factsOf(dossier))
}
const rows = new Map(
  [...departments]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, tally]) => [code, tally.statistics()]),
)

test('the figure that docs/counting-rules.md recomputes is that of the demonstration', () => {
  const all = [...rows.values()]
  const early = all.reduce((sum, row) => sum + row.resolvedEarly, 0)
  const onTime = all.reduce((sum, row) => sum + row.resolvedOnTime, 0)
  const counts = all.map((row) => row.resolvedEarly + row.resolvedOnTime)
  expect(page).toContain(`echo '${early} + ${onTime}' | bc\n${early + onTime}\n`)
  expect(page).toContain(`echo '${counts.join('+')}' | bc\n${early + onTime}\n`)
  const resolved = all.reduce((sum, row) => sum + row.resolvedTotal, 0)
  expect(page).toContain(`Tử số ${printNumber(early + onTime)}; mẫu số ${printNumber(resolved)}\n`)
})

test('so is the row of one unit', () => {
  const row = rows.get('H16.19')
  expect(row).toBeDefined()
  const counts = II06_COLUMNS.map(({ key }) => row?.[key])
  expect(page).toContain(`\n| ${counts.join(' | ')} |\n`)
  const { resolvedEarly, resolvedOnTime, receivedOnline, receivedDirectPost, carriedOver } =
    row ?? {}
  expect(page).toMatch(new RegExp(`H16\\.19 .* ${resolvedEarly} +${resolvedOnTime} +250\n`))
  expect(page).toContain(`${receivedOnline} + ${receivedDirectPost} + ${carriedOver}\n`)
  expect(page).toContain(`finished = due)"\n${resolvedOnTime}\n`)
})
