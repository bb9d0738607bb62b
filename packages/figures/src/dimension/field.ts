import { defineDimension, UNKNOWN } from './define-dimension.ts'

/** The field that the dossier states, otherwise that of its procedure. */
export const field = defineDimension({
  id: 'field',
  name: 'Lĩnh vực',
  inLedger: false,
  stated: 'field',
  codeOf: (subject, { procedures }) =>
    subject.field ?? procedures.get(subject.procedure ?? '')?.fieldCode ?? UNKNOWN,
  nameOf: (code, { fields }) =>
    code === UNKNOWN ? 'Chưa xác định lĩnh vực' : (fields.get(code) ?? code),
})
