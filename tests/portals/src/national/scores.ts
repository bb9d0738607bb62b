import type { NationalFigures } from './figures.ts'

/** Largest score of each metric of type A, by its code. */
export const METRIC_MAXIMA: Readonly<Record<string, number>> = {
  PUBLISH_ON_TIME: 6,
  PUBLIC_UPDATE_ON_TIME: 4,
  PUBLIC_CONTENT_FULL: 2,
  DOSSIER_SYNC: 6,
  DOSSIER_RECEIVING_SATISFACTION: 6,
  PETITION_PROCESSING_ON_TIME: 6,
  PETITION_HANDLING_SATISFACTION: 6,
  ORIGINAL_RESULT_AVAILABLE: 6,
  SO_HOA_GIAY_TO_GIAI_QUYET: 4,
  REUSED_DIGITIZED_DATA: 2,
  SYNCED_WITH_DVCQG_PERSONAL_STORAGE: 4,
  CITIZEN_DATA_CONNECTED_DOSSIER: 2,
  ELECTRONIC_CERTIFIED_COPY: 2,
}

/** Largest score of each group. */
export const GROUP_MAXIMA = {
  transparency: 18,
  'dvc-progress-tree': 20,
  'provide-online-tree': 12,
  'formality-online-payment-tree': 10,
  'handling-satisfaction': 18,
  'dossier-digitized': 22,
} as const
export type GroupName = keyof typeof GROUP_MAXIMA

/** A group's score by the formulas that were matched on one province's figures; two decimals. */
export function groupScore(group: GroupName, figures: NationalFigures): number {
  const figure = (name: string) => figures[`${group}.${name}`] ?? 0
  const share = (numerator: string, denominator: string) =>
    quotient(figure(numerator), figure(denominator))
  if (group === 'dvc-progress-tree') return rounded(20 * share('totalOnTime', 'totalReceived'))
  if (group === 'provide-online-tree') return rounded(onlineScore(figure))
  if (group === 'formality-online-payment-tree') {
    const paid = share('totalDossierOnlinePaymentSuccess', 'totalDossierFinancialObligation')
    const active = share('totalDossierOnlineFormalityPaymentSuccess', 'totalFeeFormality')
    const payable = share('totalFeeDossierFormality', 'totalFeeFormality')
    return rounded(6 * paid + Math.min(2, 2.5 * active) + 2.5 * payable)
  }
  return rounded(metricCodes(group, figures).reduce((sum, code) => sum + score(code), 0))

  function score(code: string): number {
    const ratio = share(`${code}.numerator`, `${code}.denominator`)
    return metricScore(code, ratio)
  }
}

function onlineScore(figure: (name: string) => number): number {
  const offered = figure('partialCount') + figure('fullCount')
  return (
    Math.min(2, (2 * quotient(offered, figure('authorityCount'))) / 0.8) +
    4 * quotient(figure('onlineDossierCount'), figure('onlineServiceTotal')) +
    Math.min(6, (6 * quotient(figure('channelOnlineSum'), figure('channelTotalSum'))) / 0.5)
  )
}

/** A metric's score from its ratio (0-1). */
export function metricScore(code: string, ratio: number): number {
  const maximum = METRIC_MAXIMA[code] ?? 0
  return rounded(Math.min(maximum, maximum * ratio))
}

/** Codes of the metrics of a group of type A. */
export function metricCodes(group: string, figures: NationalFigures): string[] {
  const pattern = new RegExp(`^${group}\\.([A-Z_]+)\\.numerator$`)
  return Object.keys(figures).flatMap((name) => pattern.exec(name)?.[1] ?? [])
}

export function quotient(numerator: number, denominator: number): number {
  return denominator === 0 ? 0 : numerator / denominator
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
