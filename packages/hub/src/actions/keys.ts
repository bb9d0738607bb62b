import {
  Day,
  dayNumber,
  dayOf,
  isWithin,
  normaliseOrganisationCode,
  plusDays,
  say,
  startOfDay,
  UsageError,
} from '@cchc/domain'
import { z } from 'zod'
import { Key, keyAnswer } from '../access/key-answer.ts'
import { digestOf, keyText, newSecret } from '../access/key-text.ts'
import { SCOPE_NAMES, SCOPES, type Scope } from '../access/scope.ts'
import type { HubContext } from '../context.ts'
import { listOrganisations, requireOrganisation } from '../organisations/organisations.ts'
import { personOf } from '../person.ts'
import { flag, id, listOf, namesOf } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { doneBy as by } from './entering.ts'

/** Days for which a key is good unless told. */
const GOOD_DAYS = 365

const named = (language: 'en' | 'vi') =>
  SCOPES.map((scope) => `${scope} (${SCOPE_NAMES[scope][language]})`).join(', ')

/** Makes a key of the gateway, whose text is told this once. UsageError for what it may not be. */
export const createKey = defineAction({
  command: 'keys create <NAME>',
  scope: 'admin',
  about: {
    en: 'make a key of the gateway; it is shown once and kept as a digest',
    vi: 'tạo khóa của dịch vụ; chỉ hiện một lần, chỉ lưu giá trị băm',
  },
  parameters: z.strictObject({
    name: z.string().trim().min(1).max(100).meta({
      description: 'who will use it; what is entered with it is by this name',
      vi: 'người hoặc đơn vị dùng khóa; số liệu nhập bằng khóa này ghi tên đó',
    }),
    scopes: listOf(SCOPES).meta({
      description: `what it may, with commas: ${named('en')}`,
      vi: `quyền, cách nhau bằng dấu phẩy: ${named('vi')}`,
      placeholder: 'scopes',
    }),
    org: namesOf().meta({
      description: 'organisations to which it is bound, with commas; all = to none',
      vi: 'các đơn vị mà khóa bị giới hạn, cách nhau bằng dấu phẩy; all = không giới hạn',
      placeholder: 'codes',
    }),
    public: flag().optional().meta({
      description: 'for publishing: small counts are suppressed, and only figures:read is allowed',
      vi: 'dùng để công bố: không hiện số đếm nhỏ, chỉ có quyền figures:read',
    }),
    until: z
      .union([z.literal('never'), Day])
      .optional()
      .meta({
        description: `last day on which it is good, or never (${GOOD_DAYS} days unless told)`,
        vi: `ngày cuối còn hiệu lực, hoặc never: không thời hạn (mặc định ${GOOD_DAYS} ngày)`,
        placeholder: 'day',
      }),
    by,
  }),
  answer: Key.extend({
    key: z.string().describe('What to send; it is told this once'),
    unknown: z.array(z.string()).describe('Organisations of it of which nothing is known here'),
  }),
  async act(hub, asked) {
    const { name, scopes } = asked
    const organisations = await organisationsOf(hub, asked.org)
    requireWholeForAdmin(scopes, organisations)
    const isPublic = asked.public ?? false
    if (isPublic) requireReadingOnly(scopes)
    const secret = newSecret()
    const made = await hub.store.createAccessKey({
      ...{ name, scopes, organisations, isPublic, digest: digestOf(secret) },
      createdBy: personOf(asked.by),
      expiresAt: endOf(hub, asked.until),
    })
    const unknown = await unknownOf(hub, organisations ?? [])
    return { ...keyAnswer(made, hub.now()), key: keyText(made.id, secret), unknown }
  },
})

/** Ends a key at once. NotFoundError for an unknown one, UsageError where it is revoked already. */
export const revokeKey = defineAction({
  command: 'keys revoke <ID>',
  scope: 'admin',
  about: { en: 'end a key of the gateway at once', vi: 'thu hồi ngay một khóa của dịch vụ' },
  parameters: z.strictObject({ id, by }),
  answer: Key,
  act: async ({ store, now }, asked) =>
    keyAnswer(await store.revokeAccessKey(asked.id, personOf(asked.by)), now()),
})

async function organisationsOf(
  { store }: HubContext,
  names: readonly string[],
): Promise<readonly string[] | null> {
  if (names.includes('all')) return null
  const codes = names.map(
    (name) => normaliseOrganisationCode(name) ?? requireOrganisation(store, name),
  )
  return [...new Set(await Promise.all(codes))]
}

async function unknownOf(
  { store }: HubContext,
  codes: readonly string[],
): Promise<readonly string[]> {
  const known = await listOrganisations(store)
  return codes.filter((code) => !known.some((one) => isWithin(one.code, code)))
}

function requireWholeForAdmin(scopes: readonly Scope[], organisations: unknown): void {
  const wide = scopes.find((scope) => scope === 'admin' || scope === 'sync:run')
  if (wide === undefined || organisations === null) return
  throw new UsageError(say('The scope {scope} concerns all organisations.', { scope: wide }), {
    fix: say('Leave it out, or bind the key to none (--org all).'),
    faults: [{ path: 'org', message: say('must be all with that scope') }],
  })
}

function requireReadingOnly(scopes: readonly Scope[]): void {
  const more = scopes.find((scope) => scope !== 'figures:read')
  if (more === undefined) return
  throw new UsageError(say('A public key cannot have the scope {scope}.', { scope: more }), {
    fix: say('Name figures:read alone.'),
    faults: [{ path: 'scopes', message: say('must be figures:read alone where it is public') }],
  })
}

function endOf({ now }: HubContext, until: Day | 'never' | undefined): number | null {
  if (until === 'never') return null
  const last = until ?? plusDays(dayOf(now()), GOOD_DAYS)
  const end = startOfDay(dayNumber(last) + 1)
  if (end > now()) return end
  throw new UsageError(say('The key would be good no more.'), {
    fix: say('Name a last day that is not over.'),
    faults: [{ path: 'until', message: say('is over') }],
  })
}
