import type { alertsEn } from './alerts-en.ts'

const STATES = { waits: 'chờ gửi lại', delivered: 'đã gửi', 'given-up': 'ĐÃ BỎ' }

/** Lời của `cchc alerts` về các bảng của nó. */
export const alertsVi: typeof alertsEn = {
  told: 'Điều cần xem',
  since: 'Từ lúc',
  sent: 'Đã báo',
  channel: 'Kênh',
  subject: 'Tin',
  arrived: 'Gửi được',
  fault: 'Vướng mắc',
  yes: 'có',
  no: 'KHÔNG',
  delivery: ({ at, channel, subject, state, attempts, failure }) =>
    `${at} ${channel}: ${subject} (${STATES[state]}, ${attempts} lần gửi${failure === null ? '' : `: ${failure}`})`,
  sums: ({ delivered, waiting, givenUp }) =>
    `Đã gửi ${delivered} tin, ${waiting} tin chờ gửi lại, ${givenUp} tin phải bỏ.`,
  dryRun: 'Không ghi và không gửi gì: đây là những gì sẽ báo lúc này.',
  quiet: 'Đang trong giờ yên lặng: những điều mới sẽ báo sau giờ đó.',
}
