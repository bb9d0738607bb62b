import type { Channel } from '@cchc/domain'
import { defineDimension, UNKNOWN } from './define-dimension.ts'

/** Channels in the words and order of Form II.06. */
export const CHANNEL_NAMES: Readonly<Record<Channel | typeof UNKNOWN, string>> = {
  online: 'Trực tuyến',
  direct: 'Trực tiếp',
  postal: 'Dịch vụ bưu chính',
  unknown: 'Không rõ hình thức',
}

/** How the dossier was handed in. */
export const channel = defineDimension({
  id: 'channel',
  name: 'Hình thức tiếp nhận',
  inLedger: true,
  stated: null,
  order: Object.keys(CHANNEL_NAMES),
  codeOf: (subject) => subject.channel ?? UNKNOWN,
  nameOf: (code) => CHANNEL_NAMES[code as Channel],
})
