/** From a printed rate to single dossiers, on the data of the demonstration; a test of its world knows the numbers. */
export function recomputeText(): string {
  return [HEAD, RATE, COUNTS, DOSSIERS, ROW, OTHER_LINES, ANY_RULE].join('\n\n')
}

const HEAD = `## Recompute a figure by hand

\`cchc why\` takes a figure apart down to the counts that it is made of (\`/v1/why\` gives the same). This section
follows one figure of the demonstration, III/3.1, from the printed 99,73% down to single dossiers. \`npm start\` leaves its
data in \`out/\`; \`bc\` stands for any calculator. Vietnamese numbers have a dot between thousands and a decimal comma.

\`\`\`
$ npx cchc why III/3.1 --org H16 --period 2022 --config out/cchc.config.yaml
…
Kỳ báo cáo: 2022. Từ ngày 15/12/2021 đến ngày 14/12/2022; ngày chốt số liệu hằng tháng: 14
Quy tắc đếm: Biểu II.06, Thông tư 01/2020/TT-VPCP (tt01-2020, phiên bản 1); căn cứ: …
…
III/3.1 Tỷ lệ hồ sơ TTHC do các sở, ngành tiếp nhận được giải quyết đúng hạn (%): 99,73%
  Công thức: III/3.1.2 ÷ III/3.1.1
  Tử số 77.046; mẫu số 77.251
  Làm tròn: 77.046 ÷ 77.251 ≈ 99,7346312669%, in 99,73% (2 chữ số thập phân, làm tròn nửa lên)
  III/3.1.2 Số hồ sơ TTHC giải quyết đúng hạn (Hồ sơ): 77.046
    Công thức: (8) + (9)
    Cấp của đơn vị: UBND cấp tỉnh, Sở, ban, ngành
    …
      Mã      Đơn vị                                  Nguồn                (8)     (9)  Số đếm
      H16.01  Văn phòng UBND tỉnh                     opencps-dak-nong     107      32     139
      …
      H16.19  Thanh tra tỉnh                          opencps-dak-nong     170      80     250
      …
              Cộng                                                      54.827  22.219  77.046
  III/3.1.1 Tổng số hồ sơ TTHC đã giải quyết xong (Hồ sơ): 77.251
    Công thức: (7)
    …
\`\`\``

const RATE = `### 1. The rate

**Công thức** (formula) divides row III/3.1.2 by row III/3.1.1; both follow further in, each with its own origin.
**Làm tròn** (rounding) gives the quotient to ten digits and how it is printed: rounded half up, once.

\`\`\`
$ echo 'scale=12; 77046 * 100 / 77251' | bc
99.734631266909
\`\`\`

To two decimals that is 99,73%. A rate of exactly all or none is printed as 100% or 0%, and 0/0 as \`-\`.`

const COUNTS = `### 2. The two counts

The numerator is (8) + (9) of Form II.06: resolved early and on time. **Cấp của đơn vị** (level of the unit) says whose
dossiers count, **Trong kỳ** (within the period) of which days, and the table lists every unit and source that has any:
add up its last column (Số đếm), or its totals.

\`\`\`
$ echo '54827 + 22219' | bc
77046
$ echo '139+434+5511+1592+12639+3971+504+7116+1123+3238+766+14191+694+8816+937+1550+3223+250+147+4725+5480' | bc
77046
\`\`\`

The denominator is (7), all that was resolved, from the second table in the same way.`

const DOSSIERS = `### 3. One count, from the dossiers

Thanh tra tỉnh (H16.19) has 80 in column (9), resolved on time. A cell of Form II.06 says the same:

\`\`\`
$ npx cchc why I/H16.19 --template tt01-06a --column '(9)' --org H16 --period 2022 --config out/cchc.config.yaml
…
I/H16.19 Thanh tra tỉnh, cột (9) Số hồ sơ đã giải quyết – Đúng hạn: 80
\`\`\`

Count its dossiers by what \`tt01-2020\` answers above: in the portal's own list, or in the store, which keeps moments as
milliseconds since 1970 in UTC:

\`\`\`
$ sqlite3 -readonly out/cchc.db "
  select count(*)
  from (
    select status,
      date(due_at / 1000, 'unixepoch', '+7 hours') as due,
      date(finished_at / 1000, 'unixepoch', '+7 hours') as finished
    from dossier
    where organisation_code = 'H16.19' and received_at is not null and status <> 'refused_at_reception'
  )
  where finished between '2021-12-15' and '2022-12-14'
    and (status = 'withdrawn' or due is null or finished = due)"
80
\`\`\`

| In the query | Answer that says so |
| --- | --- |
| \`received_at is not null\`, \`status <> 'refused_at_reception'\` | \`awaitingReception\`, \`refusedAtReception\` |
| \`+7 hours\`, and days compared with days | \`precision\` |
| \`between\` the first and the last day | \`bounds\` |
| \`finished_at\`, not \`returned_at\` | \`endEvent\` |
| \`status = 'withdrawn' or …\` | \`withdrawn\` |
| \`due is null\` | \`noDueDate\` |
| \`finished = due\` | \`earlySeparate\`, \`onDueMoment\` |

With \`status <> 'withdrawn' and finished < due\` as the last line the query gives column (8), 170.`

const ROW = `### 4. A row of Form II.06

Column (3) of the same row is the sum of three others. A row can be asked for by its name too:

\`\`\`
$ npx cchc why 'Thanh tra tỉnh' --template tt01-06a --column '(3)' --org H16 --period 2022 --config out/cchc.config.yaml
…
I/H16.19 Thanh tra tỉnh, cột (3)=(4)+(5)+(6) Số hồ sơ nhận giải quyết – Tổng số: 262
  …
  Bằng tổng các cột: 78 + 179 + 5
\`\`\`

All identities of the row, as \`out/tt01-06a_H16_2022.md\` prints it:

| (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13) |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 262 | 78 | 179 | 5 | 250 | 170 | 80 | 0 | 12 | 10 | 2 |

\`\`\`
$ echo '78 + 179 + 5; 170 + 80 + 0; 10 + 2; 250 + 12' | bc
262
250
12
262
\`\`\``

const OTHER_LINES = `### Other lines of cchc why

- **Lĩnh vực** (field), **Hình thức tiếp nhận** (channel) and the like are further conditions: only such dossiers count.
- **Nguồn** (source) and **lần đồng bộ** (run): which run brought the dossiers. They add up to the same figure;
  \`cchc runs show ID\` tells what else a run did.
- A figure that a portal states is copied, not counted: compare it with the portal under the name of the measure. One
  that a person entered (**Người nhập**) stands as it does in the file and cell that are named.
- \`--org\` takes everything below the organisation; a line of the table is the unit's own code alone.
- Where parts do not add up to their figure, the command says so on standard error, and \`findings\` in JSON are not empty.`

const ANY_RULE = `### For any figure and rule

1. Take the organisation, the period's first and last day and the rule from the figure: each of them is shown with it.
2. List the dossiers received by the last day and not ended before the first one. All others cancel out.
3. Write down each dossier's events under the rule: the answers above decide, the worked example shows how.
4. Count the events as the table of columns says: those within the period for flows, those up to the day for stocks.
5. Check the identities. Compare the row with the one that the hub shows.`
