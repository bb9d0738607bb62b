import { openDatabases } from './database.ts'
import { planYear } from './plan.ts'
import { runYear } from './run-year.ts'

const databases = await openDatabases('sqlite-memory')
const begun = process.cpuUsage()
const n = Number(process.argv[2] ?? 5)
const all = new Map<string, number>()
for (let i = 1; i <= n; i += 1) {
  const seed = String(i)
  const lived = await runYear({ seed, plan: planYear(seed), databases })
  for (const [k, v] of lived.happened) all.set(k, (all.get(k) ?? 0) + v)
  if (lived.finding) process.stdout.write(`${seed} ${lived.events} ${JSON.stringify(lived.finding).slice(0, 1500)}\n`)
}
const { user, system } = process.cpuUsage(begun)
process.stdout.write(`${JSON.stringify(Object.fromEntries(all))}\n${(user + system) / 1e6 / n} s CPU a year\n`)
await databases.close()
