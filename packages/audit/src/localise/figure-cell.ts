import { printNumber } from '@cchc/domain'
import type { FigureText } from '../meaning/figure-text.ts'
import type { OutlineRow } from '../meaning/outline.ts'

/** A column of a table with many, and the row in which a figure stands, each from 0. */
interface WidePlace {
  readonly table: number
  readonly row: number
  readonly at: number
  readonly title: string
}

/** A cell with a figure that arithmetic binds: that of a row of a list, or one of a table with many columns. */
export interface FigureCell {
  readonly row: OutlineRow
  readonly figure: FigureText
  readonly printed: string
  readonly address: string | undefined
  readonly wide?: WidePlace
}

/** Figures that are tried instead of those that stand in cells. */
export type Figures = ReadonlyMap<FigureCell, FigureText>

/** No figure but those that stand there. */
export const AS_PRINTED: Figures = new Map()

/** The figure of a cell, or what is tried instead. */
export function figureIn(cell: FigureCell, instead: Figures): FigureText {
  return instead.get(cell) ?? cell.figure
}

/** A cell's figure with another value, exact as it is. */
export function withValue({ figure }: FigureCell, value: number): FigureText {
  return { ...figure, state: 'number', value, fraction: null, magnitude: 1, step: 0, side: null }
}

/** Whether a figure is printed as it was counted: neither rounded nor in thousands. */
export function isExact({ step, side }: FigureText): boolean {
  return step === 0 && side === null
}

/** A value as its cell prints figures: with as many decimals, and a percent sign where there is one. */
export function textOf({ figure }: FigureCell, value: number): string {
  const own = value.toString().split('.')[1]?.length ?? 0
  const decimals = Math.max(figure.decimals, Math.min(own, 6))
  return `${printNumber(value, decimals)}${figure.percent ? '%' : ''}`
}

/**
 * What `42.95` was before a spreadsheet took it for a number and dropped the last zeros of its group of thousands; undefined
 * for what does not look so.
 */
export function beforeZerosWereLost({ figure, printed }: FigureCell): number | undefined {
  const [, whole = '', group = ''] = /^(\d{1,3}(?:\.\d{3})*)\.(\d{1,2})$/.exec(printed.trim()) ?? []
  if (figure.state !== 'doubtful' || group === '') return undefined
  return Number(whole.replaceAll('.', '') + group.padEnd(3, '0'))
}
