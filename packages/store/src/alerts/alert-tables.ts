export interface AlertStateTable {
  alert: string
  subject: string
  severity: string
  /** `Message` as JSON. */
  sentence: string
  since: number
  gone_at: number | null
  told_at: number | null
  told_severity: string | null
}

export interface AlertSlotTable {
  slot: string
  told_at: number
}

export interface AlertMessageTable {
  id: string
  channel: string
  /** JSON, as it is delivered. */
  content: string
  created_at: number
  /** When it is tried next; null = delivered or given up. */
  due_at: number | null
  attempts: number
  delivered_at: number | null
  /** `Message` as JSON. */
  failure: string | null
}
