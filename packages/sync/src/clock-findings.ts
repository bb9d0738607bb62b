import {
  type Dossier,
  type Fault,
  instantText,
  isAhead,
  isPositionAhead,
  latestInstant,
  type Message,
  say,
} from '@cchc/domain'
import type { StreamState } from '@cchc/store'

interface Stored {
  /** Streams of one source. */
  readonly streams: readonly Pick<StreamState, 'stream' | 'cursor' | 'completedAt'>[]
  readonly lastCommitAt: number
  readonly now: number
}

/** What is stored with a time that lies ahead of now: the clock was fast then, or is slow now. */
export function clockFindings({ streams, lastCommitAt, now }: Stored): Message[] {
  const findings = streams.flatMap((state) => {
    const { stream, completedAt } = state
    const ofPass = { stream, instant: instantText(completedAt ?? 0) }
    return [
      ...(isPositionAhead(state.cursor, now) ? [positionAhead(state)] : []),
      ...(isAhead(completedAt ?? 0, now)
        ? [say('{stream}: the last whole pass is dated {instant}, later than now.', ofPass)]
        : []),
    ]
  })
  if (!isAhead(lastCommitAt, now)) return findings
  const instant = instantText(lastCommitAt)
  return [
    say(
      'What was stored last is dated {instant}, later than now: the clock of this machine was fast, or is slow now. Check it. Figures and reports are dated after that instant until it has come.',
      { instant },
    ),
    ...findings,
  ]
}

function positionAhead({ stream, cursor }: Stored['streams'][number]): Message {
  return say(
    '{stream}: the saved position is dated {instant}, later than now; it is not believed, and the next run reads from the beginning.',
    { stream, instant: instantText(latestInstant(cursor) ?? 0) },
  )
}

/** Faults of a dossier of which something is said to have happened ahead of now. */
export function datesAhead(dossier: Dossier, now: number): Fault[] {
  const { receivedAt, finishedAt, returnedAt, pauses } = dossier
  let pausedAt = 0
  for (const { from } of pauses) pausedAt = Math.max(pausedAt, from)
  // Nearly every dossier ends here.
  if (!isAhead(Math.max(receivedAt ?? 0, finishedAt ?? 0, returnedAt ?? 0, pausedAt), now))
    return []
  return Object.entries({ receivedAt, finishedAt, returnedAt, pauses: pausedAt }).flatMap(
    ([path, at]) => (isAhead(at ?? 0, now) ? [{ path, message: say('lies ahead of now') }] : []),
  )
}
