/** Words as people compare them: small letters, no diacritics, single spaces: ` Đúng  hẹn` -> `dung hen`. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim()
}
