import { plainText } from './plain-text.ts'

/**
 * A record's key as one text: the values of its key fields in the order of the fields, joined by `|`. A dossier's is
 * its code. Catalogue records must be given this key, so that a refused record is found again when it arrives valid.
 */
export function keyText(key: Readonly<Record<string, string>>): string {
  return plainText(Object.values(key).join('|'))
}
