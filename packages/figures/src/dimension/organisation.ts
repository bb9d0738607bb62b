import { defineDimension } from './define-dimension.ts'

/** The organisation that holds the dossier, each by itself. */
export const organisation = defineDimension({
  id: 'org',
  name: 'Đơn vị',
  inLedger: true,
  stated: 'unit',
  codeOf: (subject) => subject.organisation,
  nameOf: (code, { organisations }) => organisations.describe(code).name,
})
