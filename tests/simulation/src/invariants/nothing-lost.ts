import type { Dossier } from '@cchc/domain'
import type { LivingDossier } from '../province.ts'
import type { Invariant } from './define-invariant.ts'

export const nothingLost: Invariant = {
  name: 'nothing-lost',
  when: 'written',
  sentence:
    'What the portal served when a pass began that was whole is stored as it was then or newer, or refused with a reason.',
  async check(view) {
    const { year } = view
    const readUpTo = year.readUpTo.get('one-stop')
    if (readUpTo === undefined) return undefined
    const stored = new Map((await view.dossiers()).map((one) => [one.code, one]))
    for (const served of year.province.dossiers) {
      const { code, servedSince, receivedAt, isHidden, changedAt } = served
      if (isHidden || Math.max(servedSince, receivedAt) >= readUpTo) continue
      const found = stored.get(code)
      const isThere = found && (changedAt >= readUpTo || isAsServed(found, served))
      if (isThere || (await view.refused()).has(`one-stop dossiers ${code}`)) continue
      const how = found ? 'in another state than is stored' : 'and is not stored'
      return `${code} was served to a whole pass ${how}`
    }
    return undefined
  },
}

function isAsServed(stored: Dossier, { status, organisation, dueAt, releasedAt }: LivingDossier) {
  return (
    stored.statusReceived === status &&
    stored.organisationCode === organisation.code &&
    stored.dueAt === dueAt &&
    stored.finishedAt === releasedAt
  )
}
