import {
  Day,
  isAppError,
  issueOf,
  OrganisationLevel,
  parseInstant,
  parsePeriod,
  say,
} from '@cchc/domain'
import { z } from 'zod'

/** Text that a parser reads; refused in the parser's words. */
function readBy(parse: (text: string) => unknown) {
  return z.string().superRefine((text, context) => {
    try {
      parse(text)
    } catch (thrown) {
      if (!isAppError(thrown)) throw thrown
      const { said, whatToDo } = thrown
      context.addIssue(issueOf(whatToDo ? say('{said} {whatToDo}', { said, whatToDo }) : said))
    }
  })
}

/** Values after one another with commas between, each of them one of `values`. */
export function listOf<const V extends string>(values: readonly V[]) {
  return z
    .string()
    .transform(splitAtCommas)
    .pipe(z.array(z.enum(values)).min(1))
}

/** Words after one another with commas between, at most 200 characters of them. */
export function namesOf() {
  return z.string().min(1).max(200).transform(splitAtCommas)
}

/** A wish that is there or not: a flag of the command line, `true` or `false` over HTTP, in JSON also without quotes. */
export function flag() {
  const text = z.enum(['true', 'false'])
  return z
    .preprocess((given) => (typeof given === 'boolean' ? String(given) : given), text)
    .transform((wish) => wish === 'true')
}

function splitAtCommas(text: string): string[] {
  return text.split(',').map((word) => word.trim())
}

/** The organisation, with everything below it; the configured one unless told. */
export const org = z.string().trim().min(1).max(40).optional().meta({
  description: 'organisation: code such as H48.53, or its whole name',
  vi: 'đơn vị: mã như H48.53 hoặc tên đầy đủ',
  placeholder: 'code',
})

/** A period as people write it, in the short form in which it is kept; refused with the forms that can be read. */
export const period = readBy(parsePeriod)
  .transform((text) => parsePeriod(text).text)
  .meta({
    description:
      'such as 2023, 2023-H1, 2023-Q2, 2023-M06, 2023-W24, 2023-9M, 2022-12-15..2023-06-10, "Quý II/2023"',
    vi: 'ví dụ 2023, 2023-H1, 2023-Q2, 2023-M06, 2023-W24, 2023-9M, 2022-12-15..2023-06-10, "Quý II/2023"',
    placeholder: 'period',
  })

/** Portals count calendar periods: a reporting month ends with the calendar's month there. */
export const CALENDAR = { day: 31 }

/** A period of what portals state. */
export const calendarPeriod = period.meta({
  description: 'in calendar months, such as 2023, 2023-Q2, 2023-M06, 2023-01-01..2023-06-30',
  vi: 'theo tháng dương lịch, ví dụ 2023, 2023-Q2, 2023-M06, 2023-01-01..2023-06-30',
  placeholder: 'period',
})

/** A whole number within bounds, written in plain digits: no `1e3`, `0x10`, `+5`. */
export function wholeNumber({ min, max }: { readonly min: number; readonly max: number }) {
  return z
    .union([z.string(), z.number()])
    .transform((given) => (typeof given === 'string' ? digits(given) : given))
    .superRefine((number, context) => {
      if (Number.isInteger(number) && number >= min && number <= max) return
      context.addIssue(issueOf(say('must be a whole number from {min} to {max}', { min, max })))
    })
}

function digits(text: string): number {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN
}

/** A year, as a number. */
export const year = wholeNumber({ min: 1991, max: 2099 })

/** The year of a plan. */
export const planYear = year.meta({
  description: 'year such as 2023',
  vi: 'năm, ví dụ 2023',
  placeholder: 'year',
  wrong: { en: 'year such as 2023', vi: 'năm, ví dụ 2023' },
})

/** A form of reports by its id. */
export const formName = z.string().min(1).max(80).optional().meta({
  description: 'form of the report, such as bnv-581-department',
  vi: 'biểu mẫu của báo cáo, ví dụ bnv-581-department',
  placeholder: 'id',
})

const ruleName = z.string().min(1).max(60).optional()

/** A counting rule by its id. */
export const rule = ruleName.meta({
  description: 'counting rule (tt01-2020 unless told)',
  vi: 'quy tắc đếm (tt01-2020 nếu không nêu)',
  placeholder: 'name',
})

/** The same where several can be named for a comparison. */
export const ruleOrRules = ruleName.meta({
  description: 'counting rule (tt01-2020 unless told); several with commas are put side by side',
  vi: 'quy tắc đếm (mặc định tt01-2020); nhiều quy tắc cách nhau dấu phẩy thì được đặt cạnh nhau',
  placeholder: 'name',
})

/** An id of something that the hub keeps. */
export const id = z.string().min(1).max(80).meta({
  description: 'its id, as the list of all shows it',
  vi: 'mã như trong danh sách',
  placeholder: 'id',
})

/** Only what belongs to one source. */
export const oneSource = z.string().min(1).max(80).optional().meta({
  description: 'only this source',
  vi: 'chỉ nguồn này',
  placeholder: 'id',
})

/** Words that a name must hold. */
export const words = z.string().trim().min(1).max(200).optional()

/** Which sources, by their ids. */
export const source = namesOf().optional().meta({
  description: 'only these sources, with commas',
  vi: 'chỉ các nguồn này, cách nhau bằng dấu phẩy',
  placeholder: 'ids',
})

/** The same of what may also be named one by one, as a list. */
export const sourceOrSources = z
  .union([z.array(z.string()), namesOf()])
  .optional()
  .meta({
    description: 'only these sources, with commas',
    vi: 'chỉ các nguồn này, cách nhau bằng dấu phẩy',
    placeholder: 'ids',
  })

/** Of when figures are. */
export const time = {
  asKnownAt: readBy(parseInstant).optional().meta({
    description: 'as the hub knew it then, such as 2023-01-05T08:30 (a day = its end)',
    vi: 'theo dữ liệu đã có vào lúc đó, chẳng hạn "08:30 05/01/2023" (chỉ nêu ngày = cuối ngày)',
    placeholder: 'instant',
  }),
  treeAt: Day.optional().meta({
    description:
      "the day whose organisations are shown, such as 2025-06-30 (the period's last unless told)",
    vi: 'theo hệ thống đơn vị của ngày này, chẳng hạn 2025-06-30 (mặc định ngày cuối kỳ)',
    placeholder: 'day',
  }),
  current: flag().optional().meta({
    description: 'what is known, though the period is closed',
    vi: 'số liệu mới nhất, dù kỳ đã chốt',
  }),
}

/** What of the period no source has read, one sentence each; absent = nothing. */
export const missing = z
  .array(z.string())
  .optional()
  .describe('What no source has read of the period; figures that need it are null or partial')

/** What is said of figures that sources state. */
export const stated = z
  .array(z.string())
  .optional()
  .describe('Who states figures instead of bringing dossiers, of which units and days')

/** What is asked for though it is out of force. */
export const anyway = {
  anyway: flag().optional().meta({
    description:
      'also a form or counting rule that is out of force for the period; its notes say so',
    vi: 'cả biểu mẫu, quy tắc đếm không còn hoặc chưa có hiệu lực trong kỳ; phần ghi chú nêu rõ',
  }),
}

/** That a form or counting rule is, or may be, out of force; absent = nothing to tell. */
export const cautions = z
  .array(z.string())
  .optional()
  .describe('That the form or the counting rule is, or may be, out of force for the period')

/** Small counts that are not told. */
export const suppression = {
  suppressBelow: wholeNumber({ min: 2, max: 1000 })
    .optional()
    .meta({
      description:
        'counts from 1 to below this are not told, nor what would reveal them; nor are figures beside the form',
      vi: 'không công bố số đếm từ 1 đến dưới mức này và các số làm lộ chúng; không kèm số liệu ngoài biểu',
      placeholder: 'count',
      wrong: {
        en: 'must be a whole number from 2 to 1000',
        vi: 'phải là số nguyên từ 2 đến 1000',
      },
    }),
}

/** That small counts are not told; absent = everything is. */
export const suppressed = z
  .object({ below: z.int(), cells: z.int().describe('How many values are suppressed') })
  .optional()
  .describe(
    'Counts from 1 to below this, and what would reveal them within this answer, are suppressed: null, and named by `suppressed` of their row',
  )

/** Which values of a row are suppressed; absent = none. */
export function suppressedOf<const Name extends string>(names: readonly Name[]) {
  return z
    .array(z.enum(names))
    .optional()
    .describe('Values that are suppressed: null here, and neither zero nor not reported')
}

/** Figures of which only a part is known. */
export const partial = {
  partial: flag().optional().meta({
    description: 'also figures of which only a part is known; what is missing is said beside them',
    vi: 'cả số liệu mới biết một phần; kèm theo là phần còn thiếu',
  }),
}

/** A thing with its code and name. */
export const Named = z.object({ code: z.string(), name: z.string() })

/** The organisation of an answer. */
export const NamedOrganisation = Named.extend({ level: OrganisationLevel })

/** First and last day, inclusive. */
export const Days = z.object({ from: z.string(), to: z.string() })

/** A counting rule with its version. */
export const Rule = z.object({ id: z.string(), version: z.int(), name: z.string() })
