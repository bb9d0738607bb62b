/** Text as it may stand on a terminal: composed, on one line, without control characters that would steer it. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
}

/** How many columns a text takes on a terminal: marks take none, East Asian wide letters two. */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text.normalize('NFC')) {
    if (/\p{M}/u.test(letter)) continue
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        letter,
      )
        ? 2
        : 1
  }
  return width
}

/** Fills a text up to a width on the side away from its alignment. */
export function aligned(
  text: string,
  to: { readonly width: number; readonly right: boolean },
): string {
  const gap = ' '.repeat(Math.max(0, to.width - textWidth(text)))
  return to.right ? gap + text : text + gap
}

/** Cuts a text to a width and marks the cut. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let short = ''
  for (const letter of text) {
    if (textWidth(`${short}${letter}…`) > width) break
    short += letter
  }
  return `${short}…`
}
