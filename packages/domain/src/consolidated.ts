const PREFIX = 'tổng hợp các đơn vị '

/** What stands for the file of a figure that was added up from those of the units below. */
export function consolidatedFrom(organisation: string, period: string): string {
  return `${PREFIX}${organisation} ${period}`
}

/** Whether a figure was added up from those of the units below. */
export function isConsolidated(origin: { readonly file: string } | null): boolean {
  return origin?.file.startsWith(PREFIX) ?? false
}
