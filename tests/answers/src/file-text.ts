import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { documentText } from './document-text.ts'
import { workbookText } from './workbook-text.ts'

/** A file as a section of an answer: name, size, checksum and what it says. */
export async function fileSection(name: string, bytes: Buffer): Promise<string> {
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return section(`${name} (${bytes.length} bytes, sha256 ${mark})`, await shown(name, bytes))
}

async function shown(name: string, bytes: Buffer): Promise<string> {
  if (extname(name) === '.xlsx') return `${await workbookText(bytes)}\n`
  if (extname(name) === '.docx') return `${documentText(bytes)}\n`
  return bytes.toString('utf8')
}

/** A part of an answer under its title; an end without line break is told. */
export function section(title: string, text: string): string {
  if (text === '') return `===== ${title}: nothing\n`
  return `===== ${title}\n${text}${text.endsWith('\n') ? '' : '\n(no line break at the end)\n'}`
}
