import { countedLevel, ServiceLevel } from '@cchc/domain'
import type { UnifiedProcedure } from '../procedures/unified-procedures.ts'
import { type Named, UNKNOWN } from './define-dimension.ts'
import { field } from './field.ts'
import type { Names } from './names.ts'

/** Something by which procedures can be counted; one procedure can stand in several of its groups. */
export interface ProcedureDimension<Id extends string = string> {
  readonly id: Id
  readonly name: string
  /** Codes in the order of the forms; absent = in the order of the codes themselves. */
  readonly order?: readonly string[]
  groupsOf(procedure: UnifiedProcedure, names: Names): readonly Named[]
}

function defineProcedureDimension<const Id extends string>(
  dimension: ProcedureDimension<Id>,
): ProcedureDimension<Id> {
  return dimension
}

/** Levels of procedures in the words of Form II.07b. */
export const PROCEDURE_LEVEL_NAMES: Readonly<
  Record<'province' | 'district' | 'commune' | typeof UNKNOWN, string>
> = { province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã', unknown: 'Chưa xác định cấp' }

/** Service levels with their names before and after NĐ 42/2022. */
export const SERVICE_LEVEL_NAMES: Readonly<Record<ServiceLevel | 'none' | typeof UNKNOWN, string>> =
  {
    information: 'Cung cấp thông tin (mức độ 1, 2)',
    partial: 'Một phần (mức độ 3)',
    full: 'Toàn trình (mức độ 4)',
    none: 'Không cung cấp trực tuyến',
    unknown: 'Chưa xác định mức độ',
  }

/** The highest local level that carries the procedure out. */
export const procedureLevel = defineProcedureDimension({
  id: 'level',
  name: 'Cấp thực hiện',
  order: Object.keys(PROCEDURE_LEVEL_NAMES),
  groupsOf(procedure) {
    const code = countedLevel(procedure) ?? UNKNOWN
    return [{ code, name: PROCEDURE_LEVEL_NAMES[code] }]
  },
})

/** The field that the procedure belongs to. */
export const procedureField = defineProcedureDimension({
  id: field.id,
  name: field.name,
  groupsOf({ fieldCode }, names) {
    const code = fieldCode ?? UNKNOWN
    return [{ code, name: field.nameOf(code, names) }]
  },
})

/** The levels of the online services that anybody offers for it. */
export const serviceLevel = defineProcedureDimension({
  id: 'serviceLevel',
  name: 'Mức độ dịch vụ',
  groupsOf: (procedure) =>
    serviceLevelsOf(procedure).map((code) => ({ code, name: SERVICE_LEVEL_NAMES[code] })),
})

function serviceLevelsOf({ services }: UnifiedProcedure): (keyof typeof SERVICE_LEVEL_NAMES)[] {
  if (services === null) return [UNKNOWN]
  const offered = ServiceLevel.options.filter((level) => services.some((s) => s.level === level))
  return offered.length === 0 ? ['none'] : offered
}

/** Everything that procedures can be counted by: Form II.07b's levels, fields, service levels. */
export const PROCEDURE_DIMENSIONS = [procedureLevel, procedureField, serviceLevel] as const
export type ProcedureDimensionId = (typeof PROCEDURE_DIMENSIONS)[number]['id']
