import { z } from 'zod'
import { channel } from '../dimension/channel.ts'
import { defineFigure } from './define-figure.ts'
import { columnsOfRows, NO_DOSSIERS } from './dossier-figures.ts'
import { addedColumns, channelCondition, kindOf, oneChannel } from './parameters.ts'

/** Dossiers that were handed in by one channel. */
export const dossiersByChannel = defineFigure({
  id: 'dossiers-by-channel',
  name: 'Hồ sơ theo hình thức tiếp nhận',
  where: z.strictObject({ columns: addedColumns, channel: oneChannel }),
  of: ({ columns, channel: wanted }) => ({
    kind: kindOf(columns),
    conditions: [channelCondition(wanted)],
    missing: NO_DOSSIERS,
    read: async (reading) =>
      columnsOfRows(
        await reading.statistics('channel'),
        columns,
        (group) => group.channel?.code === wanted,
      ),
    behind: {
      records: 'dossiers',
      columns,
      per: 'organisation',
      keep: (subject, names) => channel.codeOf(subject, names) === wanted,
    },
  }),
})
