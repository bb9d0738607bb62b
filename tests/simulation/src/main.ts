import { type Asked, readArguments, USAGE } from './arguments.ts'
import { type Databases, openDatabases } from './database.ts'
import type { Finding } from './finding.ts'
import { lineOf, planYear } from './plan.ts'
import { RED_CASES } from './red-cases.ts'
import { runYear } from './run-year.ts'
import { shrink } from './shrink.ts'

/** Lives all years and prints what was broken, and at last what happened in all of them. Returns how many broke. */
async function simulate({ seeds, kind, shrinks }: Asked): Promise<number> {
  const databases = await openDatabases(kind)
  const happened = new Map<string, number>()
  let broken = 0
  try {
    for (const [index, seed] of seeds.entries()) {
      tellProgress(index, broken)
      const lived = await runYear({ seed, plan: planYear(seed), databases })
      for (const [what, times] of lived.happened) {
        happened.set(what, (happened.get(what) ?? 0) + times)
      }
      if (!lived.finding) continue
      broken += 1
      print(`\nseed ${seed}: ${lived.finding.invariant}: ${lived.finding.message}`)
      if (shrinks) await printShortest(seed, { finding: lived.finding, databases })
    }
    await printRedCases(databases)
  } finally {
    await databases.close()
  }
  const rows = [...happened].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [what, times] of rows) print(`${String(times).padStart(9)} ${what}`)
  print(`${seeds.length} years on ${kind}: ${broken} broke a promise; ${cpuOf(seeds.length)}`)
  return broken
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

const PROGRESS = 500

function tellProgress(years: number, broken: number): void {
  if (years === 0 || years % PROGRESS !== 0) return
  process.stderr.write(`${years} years: ${broken} broke a promise; ${cpuOf(years)}\n`)
}

function cpuOf(years: number): string {
  const { user, system } = process.cpuUsage()
  const seconds = (user + system) / 1e6
  return `${seconds.toFixed(0)} s of CPU, ${(seconds / years).toFixed(2)} s a year`
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
  print(`${plan.length} events are enough for: ${shortest?.message}`)
  for (const event of plan) print(`  ${lineOf(event)}`)
}

/** What does not survive yet is never left unsaid; nor is what begins to. */
async function printRedCases(databases: Databases): Promise<void> {
  for (const { name, invariant, plan } of RED_CASES) {
    const { finding } = await runYear({ seed: name, plan, databases })
    const isRed = finding?.invariant === invariant
    print(`red case ${name}: ${isRed ? `still breaks ${invariant}` : 'passes now, take it out'}`)
  }
}

const asked = readArguments(process.argv.slice(2))
if (asked) process.exitCode = (await simulate(asked)) === 0 ? 0 : 1
else {
  process.stderr.write(USAGE)
  process.exitCode = 2
}
