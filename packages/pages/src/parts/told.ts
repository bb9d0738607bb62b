import { type Html, html, named, plain } from '../html.ts'

/** A piece of a sentence: words of the page, a name from elsewhere, or a number with the way to where it comes from. */
export type Piece =
  | string
  | { readonly name: string }
  | { readonly number: string; readonly from: string }

/** Something that is told, on the page and on paper: what stands out, and what follows it. */
export interface Told {
  readonly lead: readonly Piece[]
  readonly rest: readonly Piece[]
}

/** As it stands on the page: names kept apart, numbers as links. */
export function toldHtml({ lead, rest }: Told): Html {
  return html`<strong>${lead.map(pieceHtml)}</strong>${rest.map(pieceHtml)}`
}

/** The same words as text. */
export function toldText({ lead, rest }: Told): string {
  return [...lead, ...rest].map(pieceText).join('')
}

function pieceHtml(piece: Piece): Html {
  if (typeof piece === 'string') return html`${piece}`
  return 'name' in piece ? named(piece.name) : html`<a href="${piece.from}">${piece.number}</a>`
}

function pieceText(piece: Piece): string {
  if (typeof piece === 'string') return piece
  return 'name' in piece ? plain(piece.name) : piece.number
}
