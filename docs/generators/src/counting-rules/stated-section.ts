/** How counts that sources state take the place of dossiers. */
export function statedText(): string {
  return `${MINISTRIES}
## Stated counts (số liệu do nguồn cung cấp)

A source may state rows of Form II.06a instead of bringing dossiers: of a unit with all below it, or of one of its fields or
procedures, for the days \`from\`..\`to\`, by the rule that it claims. A column that it leaves out is not given, which is
never zero; one that follows from the others by the identities above is taken from them.

- **Which units.** One with dossiers in the period, or open before it, is counted from dossiers alone. One without is taken
  from what is stated of it, and an organisation above is the sum of both. A row of an organisation above others that are
  counted or stated is not used. Once some unit below the organisation asked for is stated, every department, district and
  commune there that sources list must be counted or stated: one that is neither is a gap.
- **Which days.** Rows whose days make up the period exactly are added: flows added, carried over from the first row,
  in process from the last, (3) as carried over and all that came. Of several such sets the one with the fewest rows
  that state the column counts, of as many the rows that came last; where another gives another number, it is told. Days that
  lack, overlap or reach beyond the period (another cut-off day) are told, and nothing is added. An organisation that began
  or ended within the period, by the successions, has to make up only its own days.
- **What rows cannot tell** is not reported, with the reason: another rule than the claimed one, a column that is not stated,
  months of which only the quarter is stated, channels and service levels, fields or procedures of a unit that is stated
  only as a whole (its dossiers then stand under "Chưa xác định"), single dossiers in \`cchc why\`.
- **What cannot be** is told and not mended: a row that breaks an identity, parts that do not add up to the whole.

Every figure that rests on such rows says "Theo số liệu do … cung cấp" with the units and days: reports in each row, under
the table and in the origins of a workbook; \`cchc stats\` above the table and as a column of csv; answers of the gateway as
\`stated\`. \`cchc why\` names each row with its columns, document, place, run and since when it is known.`
}

const MINISTRIES = `## Dossiers in ministries' systems (hồ sơ trên hệ thống của bộ)

Form II.06 is of the dossiers that a unit handles, not of the software in which it does so. By NĐ 224/2026/NĐ-CP (Điều 15.1) what
is handled in a ministry's central system is synchronised to the province's, which itself handles only the rest. So dossiers of a
source that is marked as a ministry's system (\`ministry\`, [connectors.md](connectors.md)) are counted at the units that handle
them, unless \`counted: false\` says that they are to be shown beside the figures only.

- **Never twice.** A dossier that the province's systems hold too, under the same code, or under the same lasting id with the same
  procedure and day of receipt, counts once, as the province has it. What two ministries hold counts for the first by its
  place in the configuration.
- **Rows of forms** of a ministry's system are added to nothing: no code tells which of their dossiers the province holds too.
- **A unit that states counts.** Where the province's side of a unit is stated as counts while a counted ministry's system has
  dossiers of it, the two are not added up: the unit is a gap that says so. \`counted: false\` gives the counts alone.
- **The share.** \`cchc stats dossiers\` says of each system what it holds and whether that is part of the figures, and how many of
  the dossiers of all systems only ministries' systems hold. Sources that are named (\`--source\`) are counted by themselves, each
  dossier once among them.

A system **whose dossiers were moved** into another one (\`movedTo\`), such as that of a province that became part of this one, is
told by the same marks: what both hold counts once, as the one that it was moved to has it.
`
