import type { Invariant } from './define-invariant.ts'

export const servedStays: Invariant = {
  name: 'served-stays',
  when: 'rest',
  sentence: 'Nothing that was stored is gone while the portal still serves it.',
  async check(view) {
    const { year } = view
    const stored = new Set(await view.catalogueKeys())
    for (const { code } of await view.dossiers()) stored.add(`one-stop dossiers ${code}`)
    const served = servedNow(view.year)
    const gone = [...year.storedBefore].find((key) => served.has(key) && !stored.has(key))
    year.storedBefore = stored
    return gone && `${gone} was stored, is served, and is gone`
  },
}

function servedNow({ province }: Parameters<Invariant['check']>[0]['year']): ReadonlySet<string> {
  const procedures = province.procedures.map(({ code }) => code)
  return new Set([
    ...procedures.map((code) => `one-stop procedures ${code}`),
    ...procedures.map((code) => `national procedures ${code}`),
    ...province.organisations.map(({ code }) => `national organisations ${code}`),
    ...province.fields.map(({ code }) => `national fields ${code}`),
    ...province.dossiers.map(({ code }) => `one-stop dossiers ${code}`),
  ])
}
