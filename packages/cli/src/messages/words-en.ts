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

/** Periods that a form is made for, and who makes it. */
export const formsEn = {
  periods: {
    week: 'week',
    month: 'month',
    quarter: 'quarter',
    half: 'half-year',
    nine_months: 'nine months',
    year: 'year',
  },
  anyone: 'every organisation',
  notKnown: 'not known',
  notVerified: 'not held against the text',
  verified: (document: string, day: string) => `${document}, on ${day}`,
}
