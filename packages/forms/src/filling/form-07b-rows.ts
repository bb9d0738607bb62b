import { type Cell, countedLevel, numberCell, type ReportRow, type RowType } from '@cchc/domain'
import type { NamedOrganisation } from '@cchc/figures'
import { belongsTo, fieldNames, type UnifiedProcedure, unifiedProcedures } from '@cchc/figures'
import type { Store } from '@cchc/store'

const NO_FIELD = { code: '', name: 'Chưa xác định lĩnh vực' }

interface Place {
  readonly rowId: string
  readonly code: string
  readonly label: string
  readonly rowType: RowType
  readonly parentCode: string | null
}

/**
 * Rows of Form II.07b: the unit, below it one row for each field, then the total. Each procedure in force counts once,
 * at its highest local level; those of no local level are in no column and are told in the total's note.
 */
export async function rowsOf07b(
  store: Store,
  organisation: NamedOrganisation,
): Promise<ReportRow[]> {
  const names = await fieldNames(store)
  const procedures = (await unifiedProcedures(store)).filter((one) =>
    belongsTo(one, organisation.code),
  )
  const placed = procedures.filter((one) => countedLevel(one) !== undefined)
  const fields = fieldsOf(placed, names).map(({ code, name, own }, index) =>
    row(
      {
        rowId: `field/${code}`,
        code: `1.${index + 1}`,
        label: name,
        rowType: 'indicator',
        parentCode: '1',
      },
      counts(own),
    ),
  )
  const unit = { rowId: 'unit', code: '1', label: organisation.name, parentCode: null }
  const total = { rowId: 'total', code: '', label: 'Tổng số', parentCode: null }
  const all = counts(placed)
  return [
    row({ ...unit, rowType: 'heading' }, all),
    ...fields,
    {
      ...row({ ...total, rowType: 'total' }, all),
      note: noteOn(procedures.length - placed.length),
    },
  ]
}

function fieldsOf(procedures: readonly UnifiedProcedure[], names: ReadonlyMap<string, string>) {
  return [...Map.groupBy(procedures, ({ fieldCode }) => fieldCode ?? NO_FIELD.code)]
    .map(([code, own]) => ({ code, name: nameOf(code, own) ?? names.get(code) ?? code, own }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))

  function nameOf(code: string, [first]: readonly UnifiedProcedure[]): string | undefined {
    if (code === NO_FIELD.code) return NO_FIELD.name
    return names.get(code) ?? first?.fieldName ?? undefined
  }
}

function counts(procedures: readonly UnifiedProcedure[]): Record<string, Cell> {
  const levels = procedures.map(countedLevel)
  const at = (level: string) => levels.filter((own) => own === level).length
  return {
    authorityTotal: numberCell(procedures.length),
    authorityProvince: numberCell(at('province')),
    authorityDistrict: numberCell(at('district')),
    authorityCommune: numberCell(at('commune')),
  }
}

function row(place: Place, cells: Record<string, Cell>): ReportRow {
  return { ...place, unit: '', note: '', group: '1', cells }
}

function noteOn(unplaced: number): string {
  return unplaced === 0 ? '' : `Chưa tính ${unplaced} TTHC chưa xác định cấp thực hiện`
}
