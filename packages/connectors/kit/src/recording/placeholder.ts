/** A text of the same form that says nothing: letters become x, digits 1. */
export function placeholder(text: string): string {
  return text.replace(/\p{L}\p{M}*/gu, 'x').replace(/\p{N}/gu, '1')
}
