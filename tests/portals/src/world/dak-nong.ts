import { buildWorld } from './build.ts'
import { COMMUNE_FIELDS, DISTRICT_FIELDS } from './dak-nong/local-fields.ts'
import { ORGANISATIONS, PROVINCE } from './dak-nong/organisations.ts'
import { parseFields } from './dak-nong/parse-fields.ts'
import { PROVINCE_FIELDS } from './dak-nong/province-fields.ts'
import { FLAGS, LEVELS, SERVICES } from './dak-nong/totals.ts'
import type { PlannedOrganisation, PlannedProcedure } from './plan.ts'
import { flagProcedures, planProcedures } from './procedures.ts'
import type { World } from './world.ts'

const SEED = 2022

function at(level: 'department' | 'district' | 'commune'): readonly PlannedOrganisation[] {
  return ORGANISATIONS.filter((each) => each.level === level)
}

const FIELDS = {
  province: parseFields(PROVINCE_FIELDS, at('department')),
  district: parseFields(DISTRICT_FIELDS, at('district')),
  commune: parseFields(COMMUNE_FIELDS, at('commune')),
}

function procedures(): PlannedProcedure[] {
  const province = planProcedures(FIELDS.province, SERVICES.province, { firstIndex: 0, seed: SEED })
  const district = planProcedures(FIELDS.district, SERVICES.district, {
    firstIndex: province.length,
    seed: SEED + 1,
  })
  const commune = planProcedures(FIELDS.commune, SERVICES.commune, {
    firstIndex: province.length + district.length,
    seed: SEED + 2,
  })
  return flagProcedures([...province, ...district, ...commune], FLAGS)
}

/**
 * Đắk Nông with its year 2022 (15/12/2021 to 14/12/2022), some time before it and the days to 31/12/2022 after it.
 * Counted by rule tt01-2020, the year holds the totals of `dak-nong/totals.ts` exactly; names and numbers within are invented.
 */
export function dakNongWorld(): World {
  const fields = [...FIELDS.province, ...FIELDS.district, ...FIELDS.commune]
  return buildWorld({
    name: 'dak-nong',
    provinceCode: PROVINCE,
    seed: SEED,
    window: { from: '2021-12-15', to: '2022-12-14' },
    horizon: { from: '2021-09-01', to: '2022-12-31' },
    organisations: ORGANISATIONS,
    fields: fields.map(({ code, name }) => ({ code, name })),
    procedures: procedures(),
    levels: LEVELS,
  })
}
