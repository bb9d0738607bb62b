import { drawBlow } from './blows.ts'
import { defineEvent } from './define-event.ts'

export const databaseRefuses = defineEvent({
  name: 'database-refuses',
  sentence: 'The disk is full or cannot be read: one or some statements of a process fail.',
  perYear: 14,
  draw: (random) => ({
    ...drawBlow(random),
    failure: random.whole(0, 2),
    count: random.pick([1, 1, 3, 40]),
  }),
  happen(year, { machine, after, failure, count }) {
    const code = year.failures[failure % year.failures.length] ?? ''
    const blows = year.machines.blows(machine)
    for (let nth = 0; nth < count; nth += 1) {
      blows.push({
        after: after + nth,
        isOfStatement: true,
        strike: (process) => {
          year.count('statements that failed')
          process.wasRefused = true
          throw Object.assign(new Error('refused by the simulated database'), { code })
        },
      })
    }
  },
})
