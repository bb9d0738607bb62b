/** Lower-cases and removes diacritics: `Đúng hẹn` -> `dung hen`. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
}
