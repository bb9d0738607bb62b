import type { Invariant } from './define-invariant.ts'

export const nothingInvented: Invariant = {
  name: 'nothing-invented',
  when: 'written',
  sentence: 'Every stored dossier was served by the portal under its code.',
  async check(view) {
    const { everServed } = view.year.province
    const invented = (await view.dossiers()).find(({ code }) => !everServed.has(code))
    return invented && `${invented.code} is stored and was never served`
  },
}
