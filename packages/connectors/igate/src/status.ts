import { refuse } from '@cchc/connector-kit'
import { type Channel, type DossierStatus, say } from '@cchc/domain'
import type { IgateConfig } from './config.ts'

/** The numbers of dossierStatus whose meaning is known; a configuration names the others. */
const KNOWN: Readonly<Record<string, DossierStatus>> = {
  '0': 'registered',
  '2': 'processing',
  '4': 'finished',
}

const ENDED: ReadonlySet<DossierStatus> = new Set([
  'finished',
  'returned',
  'refused',
  'stopped',
  'withdrawn',
])

/** Whether handling is over. */
export function isEnded(status: DossierStatus): boolean {
  return ENDED.has(status)
}

/** What a number of dossierStatus means; one that nobody named is refused with its number. */
export function dossierStatus(
  received: string,
  { statuses }: Pick<IgateConfig, 'statuses'>,
): DossierStatus {
  const status = statuses[received] ?? KNOWN[received]
  if (status !== undefined) return status
  if (!/^\d{1,4}$/.test(received)) refuse(say('states no number of a status'), { path: 'status' })
  return refuse(say('has the status {number}, which nobody has named', { number: received }), {
    path: 'status',
    fix: say(
      'Write what the number means under statuses in the configuration of this source, and read these records again: npx cchc quarantine retry.',
    ),
  })
}

/** The numbers of statuses in which handling goes on, as far as they are named. */
export function openStatuses({ statuses }: Pick<IgateConfig, 'statuses'>): string[] {
  const named = Object.entries({ ...KNOWN, ...statuses })
  const isOpen = (status: DossierStatus) =>
    !isEnded(status) && status !== 'registered' && status !== 'refused_at_reception'
  return named.filter(([, status]) => isOpen(status)).map(([number]) => number)
}

const CHANNEL_NAMES: readonly (readonly [RegExp, Channel])[] = [
  [/trực tuyến/iu, 'online'],
  [/bưu chính/iu, 'postal'],
  [/trực tiếp/iu, 'direct'],
]

/** How the dossier was handed in: by the number where the configuration names it, otherwise by its name. */
export function dossierChannel(
  received: { readonly id: string; readonly name: string },
  { channels }: Pick<IgateConfig, 'channels'>,
): Channel | null {
  const { id, name } = received
  if (id === '' && name === '') return null
  const named = channels[id] ?? CHANNEL_NAMES.find(([words]) => words.test(name))?.[1]
  if (named !== undefined) return named
  return refuse(say('was handed in in a way that nobody has named'), {
    path: 'channel',
    fix: say(
      'Write what the number means under channels in the configuration of this source, and read these records again: npx cchc quarantine retry.',
    ),
  })
}
