import { type Message, say } from '@cchc/domain'
import type { HubContext } from '../context.ts'

/** That dossiers of sources are over and have no end, so that they count as in process: how many of each. */
export async function endlessOf({ store }: Pick<HubContext, 'store'>): Promise<Message[]> {
  return (await store.countEndless()).map(({ source, dossiers: count }) =>
    say(
      '{source}: {count} stored dossiers are over, and no day says when they ended: they count as in process, and later as overdue. Ask the administrator of the portal for the day.',
      { source, count },
    ),
  )
}
