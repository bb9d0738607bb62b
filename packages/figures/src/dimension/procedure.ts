import { uncataloguedProcedure } from '@cchc/domain'
import { defineDimension, UNKNOWN } from './define-dimension.ts'

/** The procedure that the dossier is about. */
export const procedure = defineDimension({
  id: 'procedure',
  name: 'Thủ tục hành chính',
  inLedger: false,
  stated: 'procedure',
  codeOf: (subject) => subject.procedure ?? UNKNOWN,
  nameOf: (code, { procedures }) => procedures.get(code)?.name ?? uncataloguedProcedure(code),
})
