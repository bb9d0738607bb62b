import { z } from 'zod'
import { countCell, defineFigure } from './define-figure.ts'
import { NO_DOSSIERS } from './dossier-figure.ts'
import {
  channelCondition,
  conditionText,
  serviceLevelCondition,
  serviceLevels,
  statedServiceCondition,
  statesService,
} from './parameters.ts'

/** Procedures with a dossier received online in the period, each once. */
export const proceduresWithOnlineDossiers = defineFigure({
  id: 'procedures-with-online-dossiers',
  name: 'TTHC có hồ sơ nộp trực tuyến trong kỳ',
  where: z.strictObject({ serviceLevel: serviceLevels }),
  of: ({ serviceLevel: levels }) => {
    const isStated = statesService(levels)
    return {
      kind: 'stock',
      conditions: [statedServiceCondition(levels), channelCondition('online')],
      noted: [conditionText(serviceLevelCondition(levels))],
      missing: NO_DOSSIERS,
      async read(reading) {
        const use = await reading.use()
        if (!use) return countCell(undefined)
        return countCell(new Set(levels.flatMap((level) => [...use[level].proceduresOnline])).size)
      },
      behind: {
        records: 'dossiers',
        columns: ['receivedOnline'],
        per: 'procedure',
        by: ['serviceLevel'],
        keep: (subject) => subject.procedure !== null && isStated(subject),
      },
    }
  },
})
