import { normaliseOrganisationCode, parseProcedureCode } from '@cchc/domain'
import { remember } from './remember.ts'

/** The national code of a procedure without its suffix; what is no such code stays as it is, for the schema to refuse. */
export const procedureCodeIn = remember((code) => parseProcedureCode(code)?.code ?? code)

/** The code of an organisation in its top-down form; what is no such code stays as it is, for the schema to refuse. */
export const organisationCodeIn = remember((code) => normaliseOrganisationCode(code) ?? code)

/** One and the same text for a word that many rows hold, such as a status. */
export const sharedWord = remember((word) => word)
