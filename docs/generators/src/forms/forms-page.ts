import {
  printInForce,
  printLegalDocument,
  type ReportTemplate,
  type TemplateRow,
} from '@cchc/domain'
import { listTemplates } from '@cchc/forms'
import { list, table } from '../markdown.ts'

/** The page about the forms that come with the hub, all of it from their data files. */
export function formsPage(): string {
  const forms = listTemplates()
  const rows = forms.map((form) => [
    `\`${form.id}\``,
    nameOf(form),
    documentsOf(form),
    inForceOf(form),
    makersOf(form),
    periodsOf(form),
    verifiedOf(form),
  ])
  const head = ['Id', 'Form', 'Document', 'In force', 'Made by', 'For', 'Held against the text']
  return `${[INTRODUCTION, table(head, rows), ...forms.map(sectionOf)].join('\n\n')}\n`
}

const INTRODUCTION = `# Forms (biểu mẫu)

The report forms that come with the hub, from their data files in \`packages/forms/templates\`; \`cchc report\` lists the same, and
a province's own beside them. A form is refused for a period that ends outside its days in force, unless \`--anyway\` asks
for it on purpose; the report then says so. Where a form may be in force beyond its last day, nobody having read the
text that ends it, it is printed with a warning. Days that nobody has held against the text of the document are marked "chưa đối chiếu văn bản". A
form whose \`verified\` is null says "chưa đối chiếu với văn bản" in the notes of every report, until its data file names the
document and the day of the comparison:

\`\`\`json
"verified": { "document": { "type": "Thông tư", "number": "…", "date": "2026-06-15" }, "on": "2026-12-01" }
\`\`\``

function nameOf({ formNumber, title }: ReportTemplate): string {
  return formNumber === null ? title : `${formNumber}: ${title}`
}

function documentsOf({ legalBasis }: ReportTemplate): string {
  return legalBasis.length === 0 ? 'none known' : legalBasis.map(printLegalDocument).join('; ')
}

function inForceOf({ inForce }: ReportTemplate): string {
  return (inForce && printInForce(inForce)) || 'not known'
}

function makersOf({ levels }: ReportTemplate): string {
  return levels?.join(', ') ?? 'every organisation'
}

function periodsOf({ periods }: ReportTemplate): string {
  return periods?.map((period) => period.replace('_', ' ')).join(', ') ?? 'not known'
}

function verifiedOf({ verified }: ReportTemplate): string {
  return verified ? `${printLegalDocument(verified.document)}, ${verified.on}` : 'no'
}

function sectionOf(form: ReportTemplate): string {
  const head = `## \`${form.id}\`\n\n${nameOf(form)}.`
  return [head, recipientsOf(form), filledFrom(form)].filter((text) => text !== '').join('\n\n')
}

function recipientsOf({ recipient, laterRecipients = [], levels }: ReportTemplate): string {
  const later = laterRecipients.map(({ from, recipient: name }) => `${name} from ${from} on`)
  const all = [...(recipient ? [recipient] : []), ...later]
  const maker = levels ? `A ${levels.join(' or ')}` : 'A province or ministry'
  const others = levels ? '' : ' Units below a province send it to their province.'
  return all.length === 0 ? '' : `${maker} sends it to: ${all.join('; ')}.${others}`
}

/** What fills it. */
function filledFrom({ rows, parts = [], generatedFrom, columns, rule }: ReportTemplate): string {
  if (rows.length > 0) return `What fills its rows:\n\n${list(sourcesOf([...rows, ...parts]))}`
  const figures = columns.filter(({ content }) => content === 'cell').map(({ key }) => `\`${key}\``)
  const made = generatedFrom ?? 'dossier-statistics'
  const counted = made === 'procedure-counts' ? '' : `, by rule \`${rule ?? 'tt01-2020'}\``
  return `Its rows are made from what there is to count (\`${made}\`${counted}). Columns: ${figures.join(', ')}.`
}

function sourcesOf(rows: readonly Pick<TemplateRow, 'binding'>[]): string[] {
  const bindings = rows.map(({ binding }) => binding)
  const figures = bindings.flatMap((one) => (one?.kind === 'figure' ? [one.figure] : []))
  const count = (kind: string) => bindings.filter((one) => one?.kind === kind).length
  const named = [...new Set(figures)].toSorted().map((name) => `\`${name}\``)
  return [
    `figures of the hub (${figures.length}): ${named.join(', ') || 'none'}`,
    `entered by people under an indicator: ${count('indicator')}`,
    `computed from other rows: ${count('sum') + count('quotient')}`,
    `by nothing, until someone enters it: ${bindings.filter((one) => one === null).length}`,
  ]
}
