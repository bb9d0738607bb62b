import type { Day } from '@cchc/domain'
import type { DueDossiers } from '@cchc/figures'
import type { AlertSettings } from '../config/alert-settings.ts'

/** Whom a digest is for. */
export type DigestUnit = AlertSettings['digests']['units'][number]

/** What is overdue and due soon at a unit on a day, and what is missing of it; null = not known. */
export interface UnitDigest {
  readonly organisation: { readonly code: string; readonly name: string }
  readonly day: Day
  readonly lastDay: Day
  readonly dueWithin: number
  /** As `cchc stats` counts it for the day, with what sources state. */
  readonly overdue: number | null
  /** Of the dossiers that are known one by one. */
  readonly due: DueDossiers
  /** In the language of its readers. */
  readonly missing: readonly string[]
}
