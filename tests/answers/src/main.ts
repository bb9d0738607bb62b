import { resolve } from 'node:path'
import { compare } from './compare.ts'
import { prepare } from './prepare.ts'
import { record } from './record.ts'

const USAGE = `prepare FOLDER               makes the store that is recorded from, once
record CHECKOUT FOLDER OUT   asks everything of a checkout's commands and routes
compare BEFORE AFTER         tells which answers changed; ends with 1 where one did
`

async function main([verb, ...paths]: readonly string[]): Promise<number> {
  const [one = '', two = '', three = ''] = paths.map((path) => resolve(path))
  if (verb === 'prepare' && paths.length === 1) await prepare(one)
  else if (verb === 'record' && paths.length === 3) {
    await record({ checkout: one, prepared: two, out: three })
  } else if (verb === 'compare' && paths.length === 2) return compare(one, two) > 0 ? 1 : 0
  else {
    process.stderr.write(USAGE)
    return 2
  }
  return 0
}

process.exitCode = await main(process.argv.slice(2))
