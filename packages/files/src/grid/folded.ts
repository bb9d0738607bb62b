/** Lower-cases and removes diacritics: `Đơn vị tính` -> `don vi tinh`. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .trim()
}
