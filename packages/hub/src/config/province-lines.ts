import { type Province, provinceSuccession } from '@cchc/domain'

/** The line of the organisation that reports are made for; a comment while a code is not certain. */
export function ownLine(province: Province | undefined): string {
  const own = province?.formerly[0]
  if (!own) return '# organisation: H48'
  return own.verified
    ? `organisation: ${own.code}`
    : `# organisation: ${own.code}        # ${own.name}; hold the code against QĐ 09/2025/QĐ-TTg first`
}

/** The section of successions: those of the province of a name, active where every code in them is certain. */
export function successionLines(province: Province | undefined): string {
  const found = province && provinceSuccession(province)
  if (!found) return EXAMPLE
  const { succession, certain } = found
  const parts = province.formerly.map(({ name, code }) => `${name} (${code})`).join(', ')
  const lines = [
    `  - date: ${succession.date}`,
    `    kind: ${succession.kind}`,
    `    from: [${succession.from.join(', ')}]`,
    `    to: [${succession.to.join(', ')}]`,
    `    legalBasis: ${succession.legalBasis ?? ''}`,
  ]
  const head = `# ${province.name}: ${parts}`
  if (certain) return [head, 'successions:', ...lines].join('\n')
  const doubt =
    '# Not all of these codes are certain: hold them against QĐ 09/2025/QĐ-TTg, then take the # away'
  return [head, doubt, 'successions: []', ...lines.map((line) => `#${line}`)].join('\n')
}

const EXAMPLE = `successions: []
#  - date: 2025-07-01           # first day of the successor
#    kind: abolished            # renamed, merged, split or abolished
#    from: [H48.31]
#    to: [H48.201, H48.202]
#    default: H48.201           # holds what is not known to be another's
#    legalBasis: Nghị quyết 202/2025/QH15`
