import type { Dossier } from '@cchc/domain'
import { dossier, noon, organisation, procedure, type Script } from './scripted-store.ts'

const CHANNELS = ['online', 'direct', 'postal', null] as const
const LEVELS = ['partial', 'full', null] as const
const UNITS = [
  'H16.05',
  'H16.05.01',
  'H16.050',
  'H16.06',
  'H16.31',
  'H16.31.22',
  'H16.50',
  'H17.01',
] as const

/** Days from 2021-11-01 on. */
function day(offset: number): number {
  return noon('2021-11-01') + offset * 86_400_000
}

function scripted(index: number): Dossier {
  const received = (index * 37) % 430
  const takes = (index * 13) % 40
  const open = index % 9 === 0
  return dossier({
    code: `HS-${index}`,
    organisationCode: UNITS[index % UNITS.length] ?? 'H16.05',
    procedureCode: `1.00000${index % 5}`,
    fieldCode: index % 5 === 4 ? null : `G0${index % 3}-F`,
    channel: CHANNELS[Math.floor(index / 8) % 4] ?? null,
    serviceLevel: LEVELS[index % 3] ?? null,
    status: open ? 'processing' : index % 17 === 0 ? 'withdrawn' : 'finished',
    receivedAt: day(received),
    dueAt: index % 11 === 0 ? null : day(received + 20),
    finishedAt: open ? null : day(received + takes),
  })
}

/** A province with departments, a unit, a district, a commune below it, and a neighbour that must never be counted. */
export const smallProvince: Script = {
  dossiers: Array.from({ length: 600 }, (_, index) => scripted(index)),
  organisations: [
    organisation('H16', 'UBND tỉnh Đắk Nông', 'province'),
    organisation('H16.05', 'Sở Tư pháp', 'department'),
    organisation('H16.05.01', 'Phòng Công chứng số 1', 'unit'),
    organisation('H16.06', 'Sở Y tế', 'department'),
    organisation('H16.31', 'UBND huyện Cư Jút', 'district'),
    organisation('H16.31.22', 'UBND xã Nam Dong', 'commune'),
    organisation('H17.01', 'Sở Tư pháp tỉnh khác', 'department'),
  ],
  fields: [
    { code: 'G00-F', name: 'Hộ tịch' },
    { code: 'G01-F', name: 'Đất đai' },
  ],
  procedures: [0, 1, 2, 3, 4].map((digit) => ({
    source: 'one-stop',
    value: procedure({
      code: `1.00000${digit}`,
      fieldCode: digit === 4 ? 'G04-F' : `G0${digit % 3}-F`,
      fieldName: `Lĩnh vực ${digit}`,
    }),
  })),
}
