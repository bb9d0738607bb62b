import { type Fault, say } from '@cchc/domain'
import { GENERATORS, generatorNamed } from '../generated/generators.ts'
import { columnFaults } from './column-faults.ts'
import { rowFaults } from './row-faults.ts'
import { type KindOfIndicator, RowKinds } from './row-kinds.ts'
import { sentenceFaults } from './sentence-faults.ts'
import { type TemplateParts, templateParts } from './template-parts.ts'

/**
 * Everything that a template's file asks for and cannot have: figures, parameters, rows and columns that do not exist,
 * and what cannot be added up. What of the file cannot be read is left out.
 */
export function templateFaults(file: unknown, kindOfIndicator: KindOfIndicator): Fault[] {
  const template = templateParts(file)
  if (!template) return []
  const generator = template.isList ? undefined : generatorNamed(template.generatedFrom)
  const rows = template.rows.map(({ value }) => value)
  return [
    ...generatorFaults(template),
    ...rowFaults(template.rows, new RowKinds(rows, kindOfIndicator)),
    ...sentenceFaults(template, generator),
    ...columnFaults(template, generator),
  ]
}

function generatorFaults({ generatedFrom }: TemplateParts): Fault[] {
  if (generatorNamed(generatedFrom)) return []
  const known = GENERATORS.map(({ id }) => id).join(', ')
  const named = { name: `${generatedFrom}`, known }
  const message = say('rows cannot be made from {name}; known: {known}', named)
  return [{ path: 'generatedFrom', message }]
}
