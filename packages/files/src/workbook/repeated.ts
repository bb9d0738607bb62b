/** How often something stands there by an attribute that says so: at least once, at most so often. */
export function repeated(text: string | undefined, most: number): number {
  const count = Number(text ?? 1)
  return Number.isInteger(count) && count > 1 ? Math.min(count, most) : 1
}
