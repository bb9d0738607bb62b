import { printDay, say } from '@cchc/domain'
import type { UnitDigest } from './digest.ts'
import type { AlertContent, Words } from './message.ts'

/** The words of a digest: counts and codes only. A count that is not known is told as that, never as zero. */
export function contentOfDigest(
  digest: UnitDigest,
  words: Words,
): Pick<AlertContent, 'subject' | 'text' | 'data'> {
  const { organisation, day, lastDay, overdue, due, missing } = digest
  const lines = [
    ...[words(headOf(digest)), ''],
    words(say('Overdue: {count}', { count: overdue ?? say('not known') })),
    words(soonOf(digest)),
    ...listed(words(say('What is missing of these counts:')), missing),
    ...listed(words(say('Overdue + due soon:')), groupLines(digest)),
    ...listed(words(say('Codes of overdue dossiers, the earliest due first:')), due.codes.overdue),
    ...moreOf(due.codes.overdue.length, { of: overdue, words }),
    ...listed(words(say('Codes of dossiers due soon:')), due.codes.dueSoon),
    ...moreOf(due.codes.dueSoon.length, { of: due.dueSoon, words }),
    ...['', words(say('The same count: {command}', { command: commandOf(digest) }))],
  ]
  return {
    subject: `[CCHC] ${words(subjectOf(digest))}`,
    text: `${lines.join('\n')}\n`,
    data: {
      ...{ organisation: organisation.code, day, lastDay, overdue },
      dueSoon: isKnown(digest) ? due.dueSoon : null,
      ...{ groups: due.groups, codes: due.codes, missing },
    },
  }
}

/** Where not even the overdue ones are known, nor are those that are due soon. */
function isKnown({ overdue }: UnitDigest): boolean {
  return overdue !== null
}

function subjectOf(digest: UnitDigest) {
  const { organisation, overdue, due, missing } = digest
  const facts = {
    name: organisation.name,
    overdue: overdue ?? say('not known'),
    soon: isKnown(digest) ? due.dueSoon : say('not known'),
  }
  const sentence = say('{name}: overdue dossiers: {overdue}, due soon: {soon}', facts)
  return missing.length === 0 ? sentence : say('{sentence} (not complete)', { sentence })
}

function headOf({ organisation, day }: UnitDigest) {
  const { code, name } = organisation
  return say('Dossiers in process at {name} ({code}) on {day}', { code, name, day: printDay(day) })
}

function soonOf(digest: UnitDigest) {
  const { due, dueWithin: days, lastDay } = digest
  const count = isKnown(digest) ? due.dueSoon : say('not known')
  return say('Due within {days} working days, until {day}: {count}', {
    ...{ days, day: printDay(lastDay), count },
  })
}

function groupLines({ due }: UnitDigest): string[] {
  return due.groups.map(({ code, name, overdue, dueSoon }) => {
    return `${overdue} + ${dueSoon}: ${name === code ? code : `${code} ${name}`}`
  })
}

function listed(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', title, ...items.map((one) => `  ${one}`)]
}

function moreOf(
  shown: number,
  { of, words }: { readonly of: number | null; readonly words: Words },
): string[] {
  const count = (of ?? 0) - shown
  return shown === 0 || count <= 0
    ? []
    : [`  ${words(say('and {count} more dossiers', { count }))}`]
}

function commandOf({ organisation: { code }, day }: UnitDigest): string {
  return `cchc stats dossiers --org ${code} --period ${day}..${day} --partial`
}
