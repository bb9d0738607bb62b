import { inWords } from '@cchc/domain'
import { COVERAGE_VIETNAMESE, type Gap, saidOf } from '@cchc/figures'

/** Why a figure is not known, in the words of reports. */
export function reasonsOf(gaps: readonly Gap[]): string[] {
  return saidOf(gaps).map((one) => inWords(one, COVERAGE_VIETNAMESE))
}
