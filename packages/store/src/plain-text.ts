/** Text that both databases keep as it is: PostgreSQL refuses NUL, and UTF-8 knows no half characters. */
export function plainText(text: string): string {
  return (text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text).toWellFormed()
}
