import { startPostgres } from '@cchc/store/testing'
import { workInChaos } from './worker-chaos.ts'

/** `node tests/e2e/src/many-slots.ts [SLOTS]`: three workers in chaos until so many slots are done. */
const [slots = '100'] = process.argv.slice(2)
const postgres = await startPostgres()
try {
  const log = (line: string) =>
    void process.stderr.write(`${Math.round(performance.now() / 1000)} s: ${line}\n`)
  const result = await workInChaos(postgres, { slots: Number(slots), log })
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
  const { undone, lost, doubled, robbed, sameContent } = result
  process.exitCode = undone + lost + doubled + robbed === 0 && sameContent ? 0 : 1
} finally {
  await postgres.stop()
}
