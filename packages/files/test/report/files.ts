import { readFileSync } from 'node:fs'
import excel from 'exceljs'
import type { GivenFile } from '../../src/check/index.ts'

/** A published report as rows of text: code, label, unit, value, note. */
export function publishedRows(name: string): readonly (readonly string[])[] {
  const url = new URL(`../../../domain/test/fixtures/${name}.json`, import.meta.url)
  const { rows } = JSON.parse(readFileSync(url, 'utf8')) as {
    rows: { code: string; label: string; unit: string; raw: string; note: string }[]
  }
  return rows.map(({ code, label, unit, raw, note }) => [code, label, unit, raw, note])
}

/** A file of JSON. */
export function jsonFile(document: unknown, name = 'bao-cao.json'): GivenFile {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(document)) }
}

/** A file of text. */
export function textFile(text: string, name = 'bao-cao.csv'): GivenFile {
  return { name, bytes: new TextEncoder().encode(text) }
}

/** A workbook that `fill` writes. */
export async function workbookFile(
  fill: (workbook: excel.Workbook) => void,
  name = 'bao-cao.xlsx',
): Promise<GivenFile> {
  const workbook = new excel.Workbook()
  fill(workbook)
  return { name, bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) }
}
