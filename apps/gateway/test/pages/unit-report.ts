import { HOSTILE } from './hostile-hub.ts'

const TASKS = 'Số nhiệm vụ đề ra trong kế hoạch'

/** The report of a unit; a row of its own says something hostile, and so does its name. */
export function unitReport(agency: string, tasks: string) {
  const lines = [
    agency,
    'Từ ngày 15/12/2021 đến ngày 14/12/2022',
    'STT;Chỉ tiêu thống kê;Đơn vị tính;Số liệu;Ghi chú',
    `1.1;${TASKS};Nhiệm vụ;${tasks};`,
    '1.2;Số nhiệm vụ đã hoàn thành;Nhiệm vụ;50;',
    `1.3;${HOSTILE.attribute};${HOSTILE.script};x;`,
  ]
  return { name: `<img src=x onerror=alert(1)>-${tasks}.csv`, bytes: lines.join('\n') }
}
