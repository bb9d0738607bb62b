/** Levels of organisations and procedures. */
export const levelsEn: Readonly<Record<string, string>> = {
  central: 'central',
  province: 'province',
  department: 'department',
  district: 'district',
  commune: 'commune',
  unit: 'unit',
}

/** Levels at which a procedure is offered online. */
export const serviceLevelsEn: Readonly<Record<string, string>> = {
  information: 'information',
  partial: 'partial',
  full: 'full',
}
