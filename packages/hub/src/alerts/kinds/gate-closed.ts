import { inARow, instantText, type Message, say } from '@cchc/domain'
import { defineAlert } from '../alert.ts'
import type { KnownSource } from '../known.ts'

/** Newer figures of a source wait for a person, who is asked also where the source is gone from the configuration. */
export const gateClosed = defineAlert({
  id: 'gate-closed',
  about: {
    en: 'newer figures of a source wait at its gate, also of one that is not configured any more; always broken, since figures stand still',
    vi: 'số liệu mới của nguồn đang chờ ở cửa kiểm soát, kể cả nguồn không còn trong cấu hình; luôn coi là hỏng vì số liệu đứng yên',
  },
  fix: say('Look at the portal; if the figures are right: cchc sync ID --accept'),
  find: ({ sources, removed }) => [
    ...sources.flatMap(({ id, gate }) => (gate ? [waitingOf(id, waitsAt(id, gate))] : [])),
    ...removed.map(({ id, told }) => waitingOf(id, told)),
  ],
  example: {
    known: {
      sources: [
        { id: 'open', maxAgeHours: 24, streams: [], lastRun: null, gate: null, changed: null },
        {
          ...{ id: 'shut', maxAgeHours: 24, streams: [], lastRun: null, changed: null },
          gate: { since: 0, reasons: [say('No source is configured.')] },
        },
      ],
      removed: [{ id: 'gone', told: say('No source is configured.') }],
    },
    holds: [
      { subject: 'shut', severity: 'broken' },
      { subject: 'gone', severity: 'broken' },
    ],
  },
})

function waitingOf(subject: string, sentence: Message) {
  return { subject, severity: 'broken', sentence } as const
}

function waitsAt(source: string, { since, reasons }: NonNullable<KnownSource['gate']>): Message {
  return say('Newer figures of source {source} wait at its gate since {instant}: {reasons}', {
    ...{ source, instant: instantText(since), reasons: inARow(reasons) },
  })
}
