/** A calendar month, quarter or year by its name; days are inclusive. */
export function periodText({ from, to }: { readonly from: string; readonly to: string }): string {
  const [year, first, last] = [from.slice(0, 4), Number(from.slice(5, 7)), Number(to.slice(5, 7))]
  if (first === last) return `${String(first).padStart(2, '0')}/${year}`
  if (first === 1 && last === 12) return year
  return `Quý ${['I', 'II', 'III', 'IV'][Math.floor(first / 3)]}/${year}`
}
