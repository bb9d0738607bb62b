/** The name of a file that every system takes: letters without diacritics, digits, `_`, `.`, and `-` for anything else. */
export function fileNameOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\w.-]+/g, '-')
}
