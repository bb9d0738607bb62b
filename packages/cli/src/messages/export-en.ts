/** What is said of exports. */
export const exportEn = {
  about: 'many rows for other programs, as csv or ndjson',
  format: 'form of the rows',
  output: 'file to write, whole or not at all (standard output unless named)',
  written: (rows: number) => `Rows written: ${rows}.`,
}
