/**
 * What a cell is before it is filled: `covered` = a merged cell stretches over it. `prints` = how its format shows
 * numbers: a `percent` shows 0.98 as 98%, a `date` shows no number at all.
 */
export interface FormCell {
  readonly state: 'empty' | 'held' | 'formula' | 'covered'
  readonly prints: 'plain' | 'percent' | 'date'
}

/** What goes into a cell, by its address as readers of files give it, such as `Biểu 1!D12`. */
export interface CellValue {
  readonly address: string
  readonly value: number | string
  /** As it is printed, where a cell holds words alone. */
  readonly text: string
}

/** What stands in place of a text; the text itself where it stays. */
export type Renaming = (text: string) => string

/** A received workbook or document with empty cells. */
export interface Form {
  readonly kind: 'xlsx' | 'docx'
  cell(address: string): FormCell
  /**
   * The file with values in empty cells and all else as it was, formulas to be reckoned anew and without macros. It is
   * read again; throws a UsageError where that gives anything else than was meant.
   */
  fill(
    values: readonly CellValue[],
  ): Promise<{ readonly bytes: Uint8Array; readonly hadMacros: boolean }>
}
