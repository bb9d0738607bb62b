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
    { title: columns.form, show: ({ formNumber }) => formNumber ?? '' },
    { title: columns.name, show: ({ title }) => title },
    { title: columns.makers, show: ({ levels }) => makersText(levels) },
    { title: columns.periods, show: ({ periods }) => periodsText(periods) },
    { title: columns.documents, show: ({ documents }) => documents.join('; ') },
    {
      title: columns.inForce,
      show: ({ inForce }) => (inForce ? printInForce(inForce) : forms.notKnown),
    },
    { title: columns.verified, show: verifiedText },
  ]
  return { rows: view.items, document: view, columns: ofForm, isTold: true }

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
