import { isNth, type RowQuirks } from '../row-quirks.ts'
import { procedureCodeShown } from '../world/shown-code.ts'
import type { SimulatedDossier } from '../world/world.ts'
import {
  agencyLevelId,
  agencyObjectId,
  IGATE_METHODS,
  IGATE_STATUSES,
  namedIn,
  objectId,
} from './lists.ts'
import { igateBirthday, igateTime } from './times.ts'

/** What a record shows beside its dossier. */
export interface Shown {
  /** The province: ids are those of its deployment. */
  readonly deployment: string
  readonly endFields: { readonly completed: string; readonly returned: string }
  readonly quirks: Required<RowQuirks>
}

const HALF_AN_HOUR = 1_800_000
const DAY_MS = 86_400_000

type Fields = Readonly<Record<string, unknown>>

/** One dossier as the search answers it; fields that are not there are left out. What tells of people holds `CANARY`. */
export function igateDossier(dossier: SimulatedDossier, shown: Shown): Fields {
  return {
    ...identity(dossier, shown),
    ...states(dossier),
    applicant: applicantOf(dossier, shown),
    procedure: procedureOf(dossier, shown),
    procedureProcessDefinition: {
      processDefinition: { processingTime: 5, processingTimeUnit: 'd', timesheet: { id: 't' } },
    },
    agency: agencyOf(dossier, shown),
    accepter: { fullname: `CANARY Cán bộ ${dossier.id % 97}` },
    ...datesOf(dossier, shown),
    procedureLevel: {
      id: objectId(shown.deployment, 'procedure-level', dossier.serviceLevel),
      name: `Mức độ ${dossier.serviceLevel}`,
    },
    agencyLevel: {
      id: agencyLevelId(shown.deployment, dossier.organisation.level),
      code: LEVEL_CODES[dossier.organisation.level],
    },
    dossierReceivingKind: { id: objectId(shown.deployment, 'kind', 1), name: 'Nhận trực tiếp' },
    paymentMethod: { id: objectId(shown.deployment, 'payment', 1), name: 'Trực tiếp' },
    isDVCLT: false,
    eForm: { data: { hoTen: `CANARY Nguyễn Văn ${dossier.id % 997}` } },
    ...factsOf(dossier),
    ...taskOf(dossier),
    ...defect(dossier, shown),
  }
}

const LEVEL_CODES: Readonly<Record<string, string>> = {
  province: 'TINH',
  department: 'SO',
  district: 'QUANHUYEN',
  commune: 'PHUONGXA',
}

function identity({ id, code, channel, receivedAt }: SimulatedDossier, { deployment }: Shown) {
  const day = igateTime(receivedAt, true).slice(2, 10).replaceAll('-', '')
  const national = `000.00.00.G22-${day}-${String(id % 100_000).padStart(6, '0')}`
  return {
    id: objectId(deployment, 'dossier', id),
    code,
    ...(channel === 'online' && id % 4 === 0 ? { nationCode: national } : {}),
  }
}

function states({ id, status, channel, channelUnstated }: SimulatedDossier): Fields {
  const stated = IGATE_STATUSES[status] ?? { id: 99, name: status }
  return {
    dossierStatus: { id: stated.id, name: namedIn(id, stated.name) },
    dossierTaskStatus: {
      id: `task-${stated.id}`,
      name: status === 'interoperating' ? 'Đang liên thông' : stated.name,
    },
    ...(channelUnstated ? {} : { applyMethod: IGATE_METHODS[channel] }),
  }
}

function applicantOf({ id, procedure }: SimulatedDossier, { deployment }: Shown): Fields {
  return {
    eformId: objectId(deployment, 'eform', Number(procedure.code.slice(2)) % 50),
    userId: objectId(deployment, 'user', id % 997),
    data: {
      fullname: `CANARY Nguyễn Văn ${id % 997}`,
      ownerFullname: `CANARY Trần Thị ${id % 991}`,
      identityNumber: `CANARY-CCCD-${id}`,
      phoneNumber: `CANARY-TEL-${id}`,
      email: `CANARY-${id}@example.org`,
      address: `CANARY số ${id} tổ dân phố`,
      province: { label: 'CANARY tỉnh', value: objectId(deployment, 'place', 1) },
      organization: id % 5 === 0 ? `CANARY Công ty ${id}` : '',
      gender: id % 2,
      birthday: igateBirthday(1960 + (id % 40), id),
      noidungyeucaugiaiquyet: `CANARY đề nghị số ${id}`,
    },
  }
}

/** `translate` is an array where it was made and an object where it was read again. */
function procedureOf({ id, procedure, organisation }: SimulatedDossier, { deployment }: Shown) {
  const translated = { languageId: 228, name: procedure.name }
  const number = Number(procedure.code.replace('.', ''))
  return {
    id: objectId(deployment, 'procedure', number),
    code: procedureCodeShown(procedure, organisation.code),
    translate: id % 5 === 0 ? [translated] : translated,
    sector: {
      id: objectId(deployment, 'sector', number % 100),
      code: procedure.fieldCode,
      name: namedIn(id, procedure.fieldName),
    },
  }
}

function agencyOf({ id, organisation }: SimulatedDossier, { deployment }: Shown): Fields {
  const parent = agencyObjectId(organisation.parentCode ?? deployment)
  return {
    id: agencyObjectId(organisation.code),
    code: organisation.oldCode,
    name: namedIn(id, organisation.name),
    parent: { id: parent },
    ancestors: [{ id: parent }, { id: agencyObjectId(deployment) }],
  }
}

/** What was not accepted has no date of it. */
function datesOf(dossier: SimulatedDossier, { endFields }: Shown): Fields {
  const { id, channel, status, receivedAt, dueAt, releasedAt, finishedAt, modifiedAt } = dossier
  const time = (instant: number) => igateTime(instant, id % 3 === 0)
  const due = dueAt === null ? {} : { appointmentDate: time(dueAt), dueDate: time(dueAt) }
  return {
    appliedDate: time(channel === 'online' ? receivedAt - HALF_AN_HOUR : receivedAt),
    ...(status === 'denied' ? {} : { acceptedDate: time(receivedAt) }),
    ...due,
    ...(releasedAt === null ? {} : { [endFields.completed]: time(releasedAt) }),
    ...(finishedAt === null ? {} : { [endFields.returned]: time(finishedAt) }),
    updatedDate: time(modifiedAt),
    dossierProgress: releasedAt === null ? 1 : 2,
    undefindedCompleteTime: dueAt === null ? 1 : 0,
  }
}

/** What deployments of late 2026 have added, each under names of its own. */
function factsOf({ id, facts }: SimulatedDossier): Fields {
  if (!facts) return {}
  const { competentSince, receivedBy, outsideArea, apology, payment, receipt } = facts
  return {
    handedInDate: igateTime(facts.handedInAt, id % 3 === 0),
    ...(competentSince !== null && { competentDate: igateTime(competentSince, id % 3 === 0) }),
    receivingAgency: { code: receivedBy },
    outOfArea: outsideArea,
    apologyLetter: apology ? 'Có' : 'Không',
    feePayment: PAYMENTS[payment],
    ...(payment !== 'none' && { receiptIssued: receipt }),
  }
}

const PAYMENTS = { none: 'Không phải thanh toán', online: 'Trực tuyến', direct: 'Tiền mặt' }

/** A list of tasks, one task, or none. */
function taskOf({ id, releasedAt }: SimulatedDossier): Fields {
  const assigned = { id: `t${id}`, assignee: { fullname: `CANARY Cán bộ ${id % 97}` } }
  if (releasedAt !== null || id % 3 === 0) return { task: [assigned] }
  return { task: [assigned], currentTask: id % 3 === 1 ? [assigned] : assigned }
}

const DEFECTS: readonly ((dossier: SimulatedDossier, shown: Shown) => Fields)[] = [
  (d, { endFields }) => ({ [endFields.completed]: igateTime(d.receivedAt - 40 * DAY_MS, false) }),
  () => ({ acceptedDate: '2022-02-31T99:00:00.000+0000' }),
  (d) => ({ procedure: { id: String(d.id), code: 'không rõ' } }),
  (d) => ({ agency: { id: String(d.id), code: 'UBND', name: d.organisation.name } }),
  () => ({ dossierStatus: { id: 999, name: 'CANARY' } }),
]

/** What is wrong with a malformed record, in turn. */
function defect(dossier: SimulatedDossier, shown: Shown): Fields {
  const { malformedEvery } = shown.quirks
  if (!isNth(dossier.id, malformedEvery)) return {}
  const turn = Math.floor(dossier.id / malformedEvery) % DEFECTS.length
  return DEFECTS[turn]?.(dossier, shown) ?? {}
}
