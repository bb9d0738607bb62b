/** A raised number behind a figure is the mark of a note, and no digit of it. */
export function isMarkBehind(figure: string, raised: string): boolean {
  return /[\d%]$/.test(figure) && /^[\d*()]+$/.test(raised)
}
