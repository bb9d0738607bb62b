/** Rates of the catalogue that can pass 100 %: more was paid out than planned, or old requests were answered. */
export const MAY_EXCEED = /^(investment|pakn)_/

/** Since 2025-07-01 there is no district level, and forms without its indicators may be whole. */
export const OF_DISTRICTS = /_districts?$/

/** Indicators of different parts of a form that count the same things. */
export const SAME_THINGS: readonly (readonly [string, string])[] = [['service_units', 'su_total']]

/** Shares of the documents sent electronically that exclude each other, and the rate that they make together. */
export const ELECTRONIC_SHARES = {
  parts: ['edoc_pure_rate', 'edoc_parallel_rate'],
  whole: 'edoc_rate',
} as const

/** Indicators that can never exceed another one; uncertain where exceptions are known to happen. */
interface Limit {
  readonly parts: readonly string[]
  readonly whole: string
  readonly certain: boolean
}

/** What can never exceed what, besides the parts of rates and totals. */
export const LIMITS: readonly Limit[] = [
  {
    parts: ['assigned_tasks_on_time', 'assigned_tasks_late'],
    whole: 'assigned_tasks_total',
    certain: true,
  },
  { parts: ['departments_inspected'], whole: 'units_inspected_total', certain: true },
  { parts: ['online_services_l34'], whole: 'online_services_on_portal', certain: true },
  { parts: ['online_services_l3_with_dossiers'], whole: 'online_services_l3', certain: true },
  { parts: ['online_services_l4_with_dossiers'], whole: 'online_services_l4', certain: true },
  { parts: ['procedures_published_national_portal'], whole: 'procedures_in_force', certain: false },
  { parts: ['procedures_interlinked_same_level'], whole: 'procedures_in_force', certain: false },
  { parts: ['procedures_interlinked_cross_level'], whole: 'procedures_in_force', certain: false },
  { parts: ['online_services_l34_national_portal'], whole: 'procedures_in_force', certain: false },
  { parts: ['procedures_with_fee'], whole: 'procedures_in_force', certain: false },
  { parts: ['civil_posts_filled'], whole: 'civil_posts_assigned', certain: false },
  { parts: ['service_staff_filled'], whole: 'service_staff_assigned', certain: false },
]
