import { say } from '@cchc/domain'
import { z } from 'zod'
import type { Finding, Look } from '../doctor/finding.ts'
import { defineQuestion } from './question.ts'

const State = z.enum(['good', 'look', 'broken'])

/** Whether everything is as it must be for figures to come in and to be right. */
export const doctor = defineQuestion({
  command: 'doctor',
  scope: 'admin',
  about: {
    en: 'look at everything that can stop the hub; exit code 1 when something is broken, 3 when something needs a look',
    vi: 'kiểm tra mọi điều kiện vận hành; mã kết thúc 1 khi có phần hỏng, 3 khi có điều cần xem',
  },
  parameters: z.strictObject({
    backup: z.string().min(1).optional().meta({
      description: 'the archive that the schedule writes: looks at its age',
      vi: 'tệp sao lưu định kỳ: kiểm tra tệp đã cũ chưa',
      placeholder: 'file',
    }),
  }),
  answer: z.object({
    state: State.describe('The worst of all'),
    items: z.array(
      z.object({ what: z.string(), state: State, told: z.string(), fix: z.string().nullable() }),
    ),
  }),
  async ask(hub, { backup }) {
    const { sources } = hub.config
    const read = say('read; {sources} sources', { sources: sources.length })
    const findings: Finding[] = [{ what: say('configuration'), state: 'good', told: read }]
    for (const look of await looks()) findings.push(...(await look(hub)))
    if (backup !== undefined) {
      const { lookAtBackup } = await import('../doctor/backup.ts')
      findings.push(await lookAtBackup(backup, hub.now()))
    }
    const items = findings.map(({ what, state, told, fix }) => ({
      ...{ what: hub.words(what), state, told: hub.words(told) },
      fix: fix === undefined ? null : hub.words(fix),
    }))
    return { state: worstOf(items.map(({ state }) => state)), items }
  },
})

/** The state of the whole. */
export function worstOf(states: readonly Finding['state'][]): Finding['state'] {
  if (states.includes('broken')) return 'broken'
  return states.includes('look') ? 'look' : 'good'
}

async function looks(): Promise<readonly Look[]> {
  const { lookAtSources } = await import('../doctor/sources.ts')
  const { lookAtSchedules } = await import('../doctor/schedules.ts')
  const { lookAtStore, lookAtClocks } = await import('../doctor/store.ts')
  const { lookAtGateway } = await import('../doctor/gateway.ts')
  const { lookAtAlerts } = await import('../doctor/alerts.ts')
  const { lookAtIssuer } = await import('../doctor/issuer.ts')
  const { lookAtPortalCertificates } = await import('../doctor/portal-certificates.ts')
  const ahead = await import('../doctor/days-ahead.ts')
  return [
    ...[lookAtStore, lookAtSources, lookAtSchedules, lookAtClocks],
    ...[ahead.lookAtCalendar, ahead.lookAtForce, ahead.lookAtCertificates, lookAtGateway],
    ...[lookAtPortalCertificates, lookAtIssuer, lookAtAlerts],
  ]
}
