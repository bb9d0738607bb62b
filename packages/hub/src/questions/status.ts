import { z } from 'zod'
import { failingChannels } from '../alerts/failing-channels.ts'
import { openDrift } from '../sources/drift.ts'
import { endlessOf } from '../sources/endless.ts'
import { gatesOfRemoved, heldThoughRemoved } from '../sources/removed-gates.ts'
import { clockFaults, clockWarnings, StreamStatus, sourceStatus } from '../sources/status.ts'
import { defineQuestion } from './question.ts'

/** How fresh every stream is. */
export const status = defineQuestion({
  command: 'status',
  scope: 'runs:read',
  path: '/v1/status',
  takesMoments: true,
  tag: 'Operation',
  about: {
    en: 'how fresh each source is; exit code 4 when something is stale',
    vi: 'mức độ mới của từng nguồn; mã kết thúc 4 khi có số liệu cũ',
  },
  parameters: z.strictObject({}),
  answer: z.object({
    stale: z.boolean(),
    findings: z
      .array(z.string())
      .describe(
        'What is stored with a time later than now, whose clock is another than its portal’s, whose records look otherwise than before, what waits of sources that are gone, which dossiers are over and have no end, and channels whose messages are not delivered',
      ),
    items: z.array(StreamStatus),
  }),
  async ask(hub) {
    const items = await sourceStatus(hub)
    const faults = await clockFaults(hub)
    const held = (await gatesOfRemoved(hub)).map(heldThoughRemoved)
    const others = [
      ...(await clockWarnings(hub)),
      ...(await openDrift(hub)),
      ...(await endlessOf(hub)),
      ...(await failingChannels(hub)),
    ]
    const findings = [...faults, ...held, ...others].map(hub.words)
    const stale = faults.length + held.length > 0 || items.some((item) => item.stale)
    return { stale, findings, items }
  },
})
