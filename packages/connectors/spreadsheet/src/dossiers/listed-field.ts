import { Field } from '@cchc/domain'
import { fieldCodeOf } from '../field-code.ts'
import { plain } from '../plain.ts'
import type { Settings } from '../settings.ts'

/** What is taken for the code of a field. */
export const FIELD_CODE = /^([0-9A-Za-z][0-9A-Za-z.-]{1,20})$/

const LONGEST_NAME = 300

/** A field as a list gives it: its code, or else that of its name; undefined where it gives neither. */
export function listedField(
  given: { readonly code: string; readonly name: string },
  { fields }: Pick<Settings, 'fields'>,
): Field | undefined {
  const name = given.name.slice(0, LONGEST_NAME)
  const code = FIELD_CODE.exec(given.code)?.[1] ?? fields.get(plain(name)) ?? fieldCodeOf(name)
  return Field.safeParse({ code, name: name === '' ? code : name }).data
}
