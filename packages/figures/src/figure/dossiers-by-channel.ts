import { channel } from '../dimension/channel.ts'
import { defineDossierFigure } from './dossier-figure.ts'
import { channelCondition, oneChannel } from './parameters.ts'

/** Dossiers that were handed in by one channel. */
export const dossiersByChannel = defineDossierFigure({
  id: 'dossiers-by-channel',
  name: 'Hồ sơ theo hình thức tiếp nhận',
  by: channel,
  asked: oneChannel,
  condition: channelCondition,
  counts: ({ code }, asked) => code === asked,
})
