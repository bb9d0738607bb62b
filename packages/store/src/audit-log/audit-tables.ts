export interface AuditEventTable {
  seq: number
  at: number
  who: string
  action: string
  subject: string
  outcome: string
  previous: string
  digest: string
}
