import { instantText } from '@cchc/domain'
import { whatIsDone } from '@cchc/hub/doing'
import { oneLine } from '../output/text-width.ts'
import type { CommandLog } from './command-log.ts'
import type { Destination } from './destination.ts'
import { eachLevel, isTold, type Level } from './json-log.ts'

interface Lines {
  readonly level: Level
  readonly now: () => number
  readonly to: Destination
}

/** A log for people: instant, level, message, the facts and what is being done as name=value. */
export function textLog({ level, now, to }: Lines): CommandLog {
  return eachLevel((own, message, facts) => {
    if (!isTold(own, level)) return
    const told = Object.entries({ ...facts, ...whatIsDone() }).map(
      ([name, value]) => `${name}=${JSON.stringify(value)}`,
    )
    to.write(`${oneLine([instantText(now()), own, message, ...told].join(' '))}\n`)
  })
}
