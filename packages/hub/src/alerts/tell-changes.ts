import { inWords } from '@cchc/domain'
import type { AlertChange, AlertLog, NewAlertMessage } from '@cchc/store'
import type { HubContext } from '../context.ts'
import { type Clocked, dueByClock, takeSlots } from './by-the-clock.ts'
import { type AlertStateChange, judgeChanges } from './changes.ts'
import { contentOfChanges } from './content-of-changes.ts'
import { type FoundAlert, findAlerts } from './find-alerts.ts'
import { lookAround } from './look-around.ts'
import { type AddressedContent, messageTo, type Words } from './message.ts'
import { type Sent, sendDue } from './send-due.ts'
import { isWithinHours } from './time-of-day.ts'

/** What was told, or would be. */
export interface Told extends Sent {
  /** Nothing is told now; it is kept for the end of the quiet hours. */
  readonly isQuiet: boolean
  readonly messages: readonly AddressedContent[]
}

const MINUTE_MS = 60_000

/**
 * Looks at everything once, keeps what changed with the messages that tell it, and delivers what is due. Several processes may
 * do so at once: each change is told once. With `dryRun` nothing is kept and nothing sent. Nobody to tell = nothing is done.
 */
export async function tellChanges(
  hub: HubContext,
  {
    dryRun = false,
    signal = NEVER,
  }: { readonly dryRun?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Told> {
  const { store, config, now } = hub
  const isQuiet = isWithinHours(config.alerts.quietHours, now())
  const nothing = { isQuiet, messages: [], ...NONE }
  if (Object.keys(config.alerts.channels).length === 0) return nothing
  const known = await lookAround(hub)
  const found = findAlerts(known, config.alerts.without)
  const words = await wordsOf(hub)
  const { slots } = await store.readAlerts()
  const clocked = isQuiet ? [] : await dueByClock(hub, { slots, known, found, words })
  const change = (log: AlertLog) => changed(hub, { log, found, words, isQuiet, clocked })
  const { messages } = dryRun
    ? change(await store.readAlerts())
    : await store.changeAlerts(now(), change)
  const sent = dryRun || isQuiet ? NONE : await sendDue(hub, signal)
  return { isQuiet, messages: messages as Told['messages'], ...sent }
}

const NONE: Sent = { delivered: 0, waiting: 0, givenUp: 0 }
const NEVER = new AbortController().signal

interface Seen {
  readonly log: AlertLog
  readonly found: readonly FoundAlert[]
  readonly words: Words
  readonly isQuiet: boolean
  readonly clocked: readonly Clocked[]
}

function changed(hub: HubContext, seen: Seen): AlertChange {
  const { alerts } = hub.config
  const { log, found, isQuiet, clocked } = seen
  const settleMs = alerts.settleMinutes * MINUTE_MS
  const telling = { now: hub.now(), isQuiet, settleMs }
  const { states, changes } = judgeChanges(log.states, found, telling)
  const { slots, messages } = takeSlots(hub, clocked, log.slots)
  return { states, slots, messages: [...changeMessages(hub, changes, seen.words), ...messages] }
}

function changeMessages(
  { config, now }: HubContext,
  changes: readonly AlertStateChange[],
  words: Words,
): readonly NewAlertMessage[] {
  return Object.entries(config.alerts.channels).flatMap(([channel, { tells }]) => {
    const own = changes.filter(({ state }) => !isOfChannel(state, channel))
    if (!tells.includes('changes') || own.length === 0) return []
    return [messageTo({ channel, content: contentOfChanges(own, { words, now: now() }) })]
  })
}

/** That a channel fails is told to the others. */
function isOfChannel({ alert, subject }: FoundAlert | AlertLog['states'][number], name: string) {
  return alert === 'channel-fails' && subject === name
}

/** How texts are said to those who are told. */
export async function wordsOf({ config }: Pick<HubContext, 'config'>): Promise<Words> {
  if (config.alerts.language !== 'vi') return (text) => inWords(text)
  const { loadVietnamese } = await import('../vietnamese/index.ts')
  const catalogue = await loadVietnamese()
  return (text) => inWords(text, catalogue)
}
