import { inARow, instantText, say } from '@cchc/domain'
import { defineAlert } from '../alert.ts'

/** Newer figures of a source wait for a person. */
export const gateClosed = defineAlert({
  id: 'gate-closed',
  about: {
    en: 'newer figures of a source wait at its gate; always broken, since figures stand still',
    vi: 'số liệu mới của nguồn đang chờ ở cửa kiểm soát; luôn coi là hỏng vì số liệu đứng yên',
  },
  fix: say('Look at the portal; if the figures are right: cchc sync ID --accept'),
  find: ({ sources }) =>
    sources.flatMap(({ id, gate }) => {
      if (!gate) return []
      const facts = { source: id, instant: instantText(gate.since), reasons: inARow(gate.reasons) }
      const sentence = say(
        'Newer figures of source {source} wait at its gate since {instant}: {reasons}',
        facts,
      )
      return [{ subject: id, severity: 'broken', sentence }]
    }),
  example: {
    known: {
      sources: [
        { id: 'open', maxAgeHours: 24, streams: [], lastRun: null, gate: null, changed: null },
        {
          ...{ id: 'shut', maxAgeHours: 24, streams: [], lastRun: null, changed: null },
          gate: { since: 0, reasons: [say('No source is configured.')] },
        },
      ],
    },
    holds: [{ subject: 'shut', severity: 'broken' }],
  },
})
