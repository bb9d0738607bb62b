import { createHash } from 'node:crypto'

const LONGEST = 110

/** A file name for a question, the same in every recording; a question that comes again gets a number. */
export function uniqueName(line: string, taken: Set<string>): string {
  const base = nameOf(line)
  let name = base
  for (let turn = 2; taken.has(name); turn += 1) name = `${base}.${turn}`
  taken.add(name)
  return name
}

function nameOf(line: string): string {
  const plain = line
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\w.=-]+/g, '_')
    .replace(/^_+|_+$/g, '')
  if (plain === '') return 'nothing'
  if (plain.length <= LONGEST) return plain
  const mark = createHash('sha256').update(line).digest('hex').slice(0, 6)
  return `${plain.slice(0, LONGEST)}~${mark}`
}
