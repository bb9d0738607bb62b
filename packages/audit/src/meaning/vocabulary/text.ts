/** Words that stand beside a label in a sentence and change nothing of what it counts, without diacritics. */
export const BESIDE_A_LABEL: readonly string[] =
  'la dat co gom duoc tren gan khoang hon trong ky quy nam thang bao cao nay do cu the toan tinh'.split(
    ' ',
  )

/** Days, periods and numbers of documents: figures that count nothing. */
export const DATED =
  /(?:ngày|tháng|quý|năm|kỳ)\s+(?:[IVX]+|\d+)(?:[/.-]\d+)*|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d+\/(?:\d{4}\/)?[A-ZĐ][\p{L}\d-]*/giu
