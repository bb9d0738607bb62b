import { type Message, say } from '@cchc/domain'
import type { DossierColumns } from './dossier-columns.ts'

/** What a list cannot tell since it has no column for it, and what its dossiers count as for that reason. */
export function lackingColumns(place: string, { places }: DossierColumns): readonly Message[] {
  const hasEnd = places.has('finishedAt') || places.has('returnedAt')
  return [
    ...(places.has('channel')
      ? []
      : [
          say(
            '{place}: no column says how dossiers were handed in, so that none counts as online: all are in column (5) of Form II.06a',
            { place },
          ),
        ]),
    ...(places.has('dueAt')
      ? []
      : [
          say('{place}: no column says when dossiers are due, so that none counts as overdue', {
            place,
          }),
        ]),
    ...(hasEnd
      ? []
      : [
          say('{place}: no column says when dossiers ended, so that all count as in process', {
            place,
          }),
        ]),
  ]
}
