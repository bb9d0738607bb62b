import { readArguments, USAGE } from './arguments.ts'
import { type Databases, openDatabases } from './database.ts'
import type { Finding } from './finding.ts'
import { lineOf, planYear } from './plan.ts'
import { runYear } from './run-year.ts'
import { shrink } from './shrink.ts'

const asked = readArguments(process.argv.slice(2))
if (asked) process.exitCode = (await simulate(asked)) === 0 ? 0 : 1
else {
  process.stderr.write(USAGE)
  process.exitCode = 2
}

/** Lives all years and prints what was broken, and at last what happened in all of them. Returns how many broke. */
async function simulate({ seeds, kind, shrinks }: NonNullable<typeof asked>): Promise<number> {
  const databases = await openDatabases(kind)
  const happened = new Map<string, number>()
  const begun = process.cpuUsage()
  let broken = 0
  try {
    for (const seed of seeds) {
      const lived = await runYear({ seed, plan: planYear(seed), databases })
      for (const [what, times] of lived.happened) {
        happened.set(what, (happened.get(what) ?? 0) + times)
      }
      if (!lived.finding) continue
      broken += 1
      process.stdout.write(`\nseed ${seed}: ${lived.finding.invariant}: ${lived.finding.message}\n`)
      if (shrinks) await printShortest(seed, { finding: lived.finding, databases })
    }
  } finally {
    await databases.close()
  }
  const { user, system } = process.cpuUsage(begun)
  const each = ((user + system) / 1e6 / seeds.length).toFixed(2)
  const rows = [...happened].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [what, times] of rows) process.stdout.write(`${String(times).padStart(9)} ${what}\n`)
  process.stdout.write(
    `${seeds.length} years on ${kind}: ${broken} broke a promise; ${each} s of CPU a year\n`,
  )
  return broken
}

async function printShortest(
  seed: string,
  { finding, databases }: { readonly finding: Finding; readonly databases: Databases },
): Promise<void> {
  const plan = await shrink(planYear(seed), async (shorter) => {
    const lived = await runYear({ seed, plan: shorter, databases })
    return lived.finding?.invariant === finding.invariant
  })
  const { finding: shortest } = await runYear({ seed, plan, databases })
  process.stdout.write(`${plan.length} events are enough for: ${shortest?.message}\n`)
  for (const event of plan) process.stdout.write(`  ${lineOf(event)}\n`)
}
