import { X509Certificate } from 'node:crypto'
import {
  certainYears,
  dayOf,
  type InForce,
  plusDays,
  printDay,
  provisionalDays,
  say,
} from '@cchc/domain'
import { formsAndRules } from '../config/in-force.ts'
import { workingCalendar } from '../questions/calendar.ts'
import type { ConfiguredSource } from '../sources/configured-source.ts'
import { endingFinding } from './certificate-end.ts'
import type { Finding, Look } from './finding.ts'

const FORCE_DAYS = 90

/** Whether the holidays of the coming days are known. */
export const lookAtCalendar: Look = async ({ config, now }) => {
  const calendar = workingCalendar(config)
  const years = certainYears(calendar)
  const lastDay = plusDays(dayOf(now()), FORCE_DAYS)
  const what = say('calendar of working days')
  const told = say('holidays are known of {years}', { years: years.join(', ') })
  if (years.includes(Number(lastDay.slice(0, 4)))) return [{ what, state: 'good', told }]
  const fix = say('Put those of the new year under calendar.days once their notice is published.')
  const days = provisionalDays(calendar).map(({ day }) => printDay(day))
  if (days.length === 0) return [{ what, state: 'look', told, fix }]
  const provisional = say('{told}; provisional, without a notice: {days}', {
    told,
    days: days.join(', '),
  })
  return [{ what, state: 'look', told: provisional, fix }]
}

/** Forms and counting rules whose days in force ended in the last 90 days, or will in the next. */
export const lookAtForce: Look = async ({ config, now }) => {
  const today = dayOf(now())
  const ending = formsAndRules(config).flatMap(({ what, inForce }) =>
    forceFinding(what, { inForce, today }),
  )
  if (ending.length > 0) return ending
  return [{ what: say('forms and counting rules'), state: 'good', told: say('none ends soon') }]
}

function forceFinding(
  what: Finding['what'],
  { inForce, today }: { readonly inForce: InForce | undefined; readonly today: string },
): Finding[] {
  const last = inForce?.to
  if (!last || last.day > plusDays(today, FORCE_DAYS)) return []
  if (last.day < plusDays(today, -FORCE_DAYS)) return []
  const day = printDay(last.day)
  const sentence =
    last.day < today
      ? say('was in force until {day}', { day })
      : say('is in force until {day} only', { day })
  const told = last.verified
    ? sentence
    : say('{told} (not held against the text)', { told: sentence })
  const successor = inForce.successor ?? say('(not known)')
  return [{ what, state: 'look', told, fix: say('Successor: {successor}', { successor }) }]
}

/** Certificates that stand in the configuration: authorities, and those that show who asks. */
export const lookAtCertificates: Look = async ({ config, now }) =>
  config.sources.flatMap((source) =>
    certificatesIn(source.config).map((pem) => certificateFinding(source, { pem, now: now() })),
  )

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** Whichever setting holds them, of whichever connector. */
function certificatesIn(config: unknown): string[] {
  if (typeof config === 'string') return config.match(PEM) ?? []
  if (typeof config !== 'object' || config === null) return []
  return Object.values(config).flatMap(certificatesIn)
}

function certificateFinding(
  { id }: ConfiguredSource,
  { pem, now }: { readonly pem: string; readonly now: number },
): Finding {
  const what = say('certificate of source {source}', { source: id })
  const ends = endOf(pem)
  if (ends === undefined) return { what, state: 'broken', told: say('it cannot be read') }
  const fix = say('Have it renewed, and put the new one in its place.')
  return endingFinding(what, { ends, now, fix })
}

function endOf(pem: string): number | undefined {
  try {
    return Date.parse(new X509Certificate(pem).validTo)
  } catch {
    return undefined
  }
}
