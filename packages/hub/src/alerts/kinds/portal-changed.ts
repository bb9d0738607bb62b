import { say } from '@cchc/domain'
import { defineAlert } from '../alert.ts'

/** The records of a portal look otherwise than before. */
export const portalChanged = defineAlert({
  id: 'portal-changed',
  about: {
    en: 'the records of a portal look otherwise than before, and nobody has accepted it',
    vi: 'cấu trúc bản ghi của cổng khác trước và chưa ai chấp nhận',
  },
  fix: say('Look at the portal; if its records are right: cchc sync ID --accept-drift'),
  find: ({ sources }) =>
    sources.flatMap(({ id, changed }) => {
      if (!changed) return []
      const sentence = say('The records of source {source} look otherwise than before: {changes}', {
        ...{ source: id, changes: changed },
      })
      return [{ subject: id, severity: 'look', sentence }]
    }),
  example: {
    known: {
      sources: [
        { id: 'same', maxAgeHours: 24, streams: [], lastRun: null, gate: null, changed: null },
        {
          ...{ id: 'other', maxAgeHours: 24, streams: [], lastRun: null, gate: null },
          changed: say('No source is configured.'),
        },
      ],
    },
    holds: [{ subject: 'other', severity: 'look' }],
  },
})
