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
    const stored = new Map((await view.dossiers()).map((one) => [one.code, one.version]))
    const refused = await view.refused()
    for (const served of year.province.dossiers) {
      const { code, servedSince, receivedAt, isHidden } = served
      if (isHidden || Math.max(servedSince, receivedAt) >= readUpTo) continue
      if (refused.has(`one-stop dossiers ${code}`)) continue
      const version = stored.get(code)
      if (version === undefined) return `${code} was served to a whole pass and is not stored`
      if (served.changedAt < readUpTo && version < served.modifiedAt)
        return `${code} was served to a whole pass in a newer state than is stored`
    }
    return undefined
  },
}
