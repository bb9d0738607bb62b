import { instantText, type Text } from '@cchc/domain'
import type { AlertMessage, AlertState } from '@cchc/store'
import { z } from 'zod'
import { ALERT_IDS } from '../alerts/alert-ids.ts'
import type { HubContext } from '../context.ts'
import { textOrNull } from '../sources/run-answer.ts'
import { defineQuestion } from './question.ts'

const Severity = z.enum(['look', 'broken'])

/** Something that holds, with what of it was told; instants are ISO 8601 in Vietnam's time. */
const HeldAlert = z
  .object({
    alert: z.enum(ALERT_IDS),
    subject: z.string().describe('The source, form or channel that it is of'),
    severity: Severity,
    told: z.string(),
    fix: z.string(),
    since: z.string().nullable().describe('When it was first seen; null = just now'),
    sentAt: z.string().nullable().describe('When it was handed over to be told; null = not yet'),
  })
  .meta({ id: 'HeldAlert' })

const Delivery = z
  .object({
    id: z.string(),
    channel: z.string(),
    subject: z.string(),
    createdAt: z.string(),
    attempts: z.int(),
    state: z.enum(['waits', 'delivered', 'given-up']),
    deliveredAt: z.string().nullable(),
    nextAt: z.string().nullable(),
    failure: z.string().nullable(),
  })
  .meta({ id: 'AlertDelivery' })

/** What of the hub needs a person, and who was told when. */
export const alerts = defineQuestion({
  command: 'alerts',
  scope: 'admin',
  path: '/v1/alerts',
  takesMoments: true,
  tag: 'Operation',
  about: {
    en: 'what needs a look now, and what was told when; exit code 3 when something does, 1 when something is broken',
    vi: 'những điều cần xem hiện nay và đã báo những gì, khi nào; mã kết thúc 3 khi có điều cần xem, 1 khi có phần hỏng',
  },
  parameters: z.strictObject({}),
  answer: z.object({
    state: z.enum(['good', 'look', 'broken']).describe('The worst of all'),
    items: z.array(HeldAlert),
    deliveries: z.array(Delivery).describe('The newest messages, those that wait with them'),
  }),
  async ask(hub) {
    const { findAlerts } = await import('../alerts/find-alerts.ts')
    const { lookAround } = await import('../alerts/look-around.ts')
    const { fixOfAlert } = await import('../alerts/content-of-changes.ts')
    const found = findAlerts(await lookAround(hub), hub.config.alerts.without)
    const { states } = await hub.store.readAlerts()
    const items = found.map(({ alert, subject, severity, sentence }) => {
      const known = states.find((one) => one.alert === alert && one.subject === subject)
      const texts = { told: hub.words(sentence), fix: hub.words(fixOfAlert(alert)) }
      return { alert, subject, severity, ...texts, ...toldOf(known) }
    })
    return { state: worst(items), items, deliveries: await deliveriesOf(hub) }
  },
})

function worst(items: readonly { readonly severity: AlertState['severity'] }[]) {
  if (items.some(({ severity }) => severity === 'broken')) return 'broken' as const
  return items.length > 0 ? ('look' as const) : ('good' as const)
}

function toldOf(known: AlertState | undefined) {
  return { since: textOrNull(known?.since ?? null), sentAt: textOrNull(known?.told?.at ?? null) }
}

const SHOWN = 20

async function deliveriesOf({ store, words }: HubContext) {
  const newest = await store.listAlertMessages({ limit: SHOWN })
  return newest.map((one) => deliveryAnswer(one, words))
}

function deliveryAnswer(
  { id, channel, content, createdAt, attempts, dueAt, deliveredAt, failure }: AlertMessage,
  words: (text: Text) => string,
) {
  return {
    ...{ id, channel, subject: subjectOf(content), createdAt: instantText(createdAt), attempts },
    state: stateOf({ dueAt, deliveredAt }),
    ...{ deliveredAt: textOrNull(deliveredAt), nextAt: textOrNull(dueAt) },
    failure: failure && words(failure),
  }
}

function stateOf({ dueAt, deliveredAt }: Pick<AlertMessage, 'dueAt' | 'deliveredAt'>) {
  if (deliveredAt !== null) return 'delivered' as const
  return dueAt === null ? ('given-up' as const) : ('waits' as const)
}

function subjectOf(content: unknown): string {
  const { subject } = content as { readonly subject?: unknown }
  return typeof subject === 'string' ? subject : ''
}
