/** `Biểu 1!D12`; without a sheet, `D12`. */
export function cellAddress(at: { sheet: string | null; line: number; column: number }): string {
  let letters = ''
  for (let left = at.column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return `${at.sheet === null ? '' : `${at.sheet}!`}${letters}${at.line}`
}
