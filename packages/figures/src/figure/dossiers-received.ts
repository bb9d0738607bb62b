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

/** Dossiers received in the period by the service level that each dossier states; by any channel, or online. */
export const dossiersReceived = defineFigure({
  id: 'dossiers-received',
  name: 'Hồ sơ tiếp nhận trong kỳ',
  where: z.strictObject({
    serviceLevel: serviceLevels,
    channel: z.literal('online', 'can only be online; without it, every channel counts').optional(),
  }),
  of: ({ serviceLevel: levels, channel }) => {
    const byChannel = channel === undefined ? [] : [channelCondition(channel)]
    return {
      kind: 'flow',
      conditions: [statedServiceCondition(levels), ...byChannel],
      noted: [serviceLevelCondition(levels), ...byChannel].map(conditionText),
      missing: NO_DOSSIERS,
      async read(reading) {
        const use = await reading.use()
        if (!use) return countCell(undefined)
        const column = channel === undefined ? 'received' : 'receivedOnline'
        return countCell(levels.reduce((sum, level) => sum + use[level][column], 0))
      },
      behind: {
        records: 'dossiers',
        columns:
          channel === undefined ? ['receivedOnline', 'receivedDirectPost'] : ['receivedOnline'],
        per: 'organisation',
        by: ['serviceLevel'],
        keep: statesService(levels),
      },
    }
  },
})
