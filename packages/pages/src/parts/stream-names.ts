/** What connectors call their streams, in the words of officials. */
export const STREAM_NAMES: Readonly<Record<string, string>> = {
  dossiers: 'Hồ sơ',
  procedures: 'Thủ tục hành chính',
  fields: 'Lĩnh vực',
  petitions: 'Phản ánh, kiến nghị',
  payments: 'Thanh toán trực tuyến',
  scores: 'Điểm chỉ số',
  organisations: 'Đơn vị',
  figures: 'Số liệu cổng công bố',
  statistics: 'Số liệu cổng công bố',
}
