import { printDay, printInForce, printLegalDocument } from '@cchc/domain'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { templates } from '@cchc/hub/questions/templates'
import type { CommandContext } from '../../command-context.ts'
import type { Listing } from '../../output/listing.ts'

type Forms = AnswerOf<typeof templates>
type Form = Forms['items'][number]

/** The forms: who makes each, for which periods, of which document, when it is in force, and whether it was verified. */
export function formsListing(
  view: Forms,
  { messages: { columns, words } }: Pick<CommandContext, 'messages'>,
): Listing<Form> {
  const { forms, levels: levelNames } = words
  const ofForm: Listing<Form>['columns'] = [
    { title: columns.template, show: ({ id }) => id },
    { title: columns.form, show: ({ formNumber }) => formNumber ?? '', flexible: true },
    { title: columns.name, show: ({ title }) => title, flexible: true },
    { title: columns.makers, show: ({ levels }) => makersText(levels), flexible: true },
    { title: columns.periods, show: ({ periods }) => periodsText(periods), flexible: true },
    { title: columns.documents, show: ({ documents }) => documents.join('; '), flexible: true },
    {
      title: columns.inForce,
      show: ({ inForce }) => (inForce ? printInForce(inForce) : forms.notKnown),
      flexible: true,
    },
    { title: columns.verified, show: verifiedText, flexible: true },
  ]
  return { rows: view.items, document: view, columns: ofForm }

  function makersText(levels: Form['levels']): string {
    return levels?.map((level) => levelNames[level] ?? level).join(', ') ?? forms.anyone
  }

  function periodsText(periods: Form['periods']): string {
    return periods?.map((period) => forms.periods[period]).join(', ') ?? forms.notKnown
  }

  function verifiedText({ verified }: Form): string {
    if (verified === null) return forms.notVerified
    return forms.verified(printLegalDocument(verified.document), printDay(verified.on))
  }
}
