import { dayNumberOf, dayText, type Province, parsePeriod } from '@cchc/domain'
import { ownLine, successionLines } from './province-lines.ts'

/**
 * The text of a new `cchc.config.yaml`: every section, with comments, ready to be filled in. Reading begins a reporting
 * year before that of `now` (epoch ms), so that this one is whole with what it took over, and can be held against the last.
 */
export function configTemplate(now: number, province?: Province): string {
  const today = dayText(dayNumberOf(now))
  const { year } = parsePeriod(`${today}..${today}`)
  const [before, current] = [year - 1, year].map((one) => parsePeriod(String(one)).from)
  return `# CCHC Hub: which portals are read, and where their figures are kept.
# Secrets are never written here: use \${env:NAME} for an environment variable or \${file:PATH} for a file.

store:
  # One file on this machine, relative to this configuration. For several machines write \${env:DATABASE_URL}
  # and set that variable to postgres://user:password@host:5432/database
  url: sqlite:cchc.db

sources:
  # The name on the left is yours; figures keep it as their origin.
  one-stop:
    # Hệ thống một cửa điện tử OpenCPS
    connector: opencps
    baseUrl: https://motcua.example.gov.vn
    username: cchc-hub
    password: \${env:OPENCPS_PASSWORD}
    # Number of the site, as text
    groupId: "20126"
    # First day of reception that is read; figures of periods that begin earlier are not reported.
    # This is the first day of the reporting year ${year - 1}: the year ${year} (from ${current}) is whole
    # with what it took over, and can be held against the same period of the year before.
    # An earlier day later on needs: cchc sync --full
    since: ${before}
    # A stream that was not read whole for so long is shown as stale
    maxAgeHours: 24
    # Newer figures that suddenly break limits wait for: cchc sync one-stop --accept (gate: off = nothing waits)
    gate:
      volume: 0.7
      late: 0.2
      freshnessDays: 14
    # How the portal may be asked
    http:
      requestsPerSecond: 5
      concurrency: 2

#  igate:
#    # Hệ thống một cửa điện tử VNPT iGate 2, instead of one-stop above (docs/connectors.md)
#    connector: igate
#    # The gateway of its services
#    baseUrl: https://apiigate.example.gov.vn
#    login:
#      # Its Keycloak, at another host
#      tokenUrl: https://sso.example.gov.vn/auth/realms/digo/protocol/openid-connect/token
#      clientId: web-onegate
#      username: cchc-hub
#      password: \${env:IGATE_PASSWORD}
#    # What the numbers of its statuses mean, beside 0, 2 and 4; refused records tell which are missing
#    statuses: { 3: awaiting_supplement, 5: returned }
#    since: ${before}

#  bo-tu-phap:
#    # A ministry's central system: any connector that gives dossiers, or counts of forms
#    connector: opencps
#    # counted: false shows it beside the figures instead of as a part of them
#    ministry: { name: Bộ Tư pháp, code: G15, counted: true }

#  tinh-cu:
#    # The system of a province that became part of this one, under its own codes (see successions below)
#    connector: opencps
#    # Its dossiers were moved there: one that both hold counts once, as one-stop has it
#    movedTo: one-stop

  dvcqg:
    # Cổng Dịch vụ công quốc gia
    connector: national-dvc
    baseUrl: https://dichvucong.example.gov.vn
    username: cchc-hub
    password: \${env:DVC_PASSWORD}
    # Code of the calling unit (mã đơn vị)
    unitCode: 000.00.00.H48
    maxAgeHours: 48
    # Through a provincial relay (LGSP): baseUrl is that of the relay; with calls: get no username and password
    # relay:
    #   calls: post                # or get: /KetNoiMotCuaQuocGia/<service>?<parameters>
    #   login:                     # where the gateway gives tokens (OAuth 2.0), if it wants any
    #     tokenUrl: https://lgsp.example.gov.vn/token
    #     clientId: cchc-hub
    #     clientSecret: \${env:LGSP_SECRET}
    #   token: { header: lgspaccesstoken, value: "\${env:LGSP_TOKEN}" }
    # What stands between this machine and a portal; every source may say it
    # http:
    #   proxy: { url: "http://proxy.example.gov.vn:3128", noProxy: [example.gov.vn] }
    #   tls: { ca: "\${file:authority.pem}" }

reporting:
  # Last day of a reporting month: from the 15th to the 14th, as NĐ 09/2019/NĐ-CP has it
  cutOffDay: 14
  # The organisation that reports are made for unless --org says otherwise
  ${ownLine(province)}
  # A folder of report forms of your own beside those that come with the hub; each .json file is one
  # templates: forms

# What cchc worker does by itself: at = minute, hour, day, month, weekday by clocks in Vietnam
schedules: {}
#  nightly:
#    sync: all                  # or [one-stop, dvcqg]
#    at: "15 2 * * *"           # 02:15 every day
#    jitter: 10m                # put off by up to so long, each slot by its own time
#    between: 22:00-06:00       # hours in which the portals may be asked
#    missed: once               # one run for all slots at which nobody was at work; each, or skip
#  monthly-report:
#    report: 07a-btp           # a form that is in force: cchc report lists them
#    period: last-month         # last- or this-: month, quarter, half, year
#    at: "0 7 16 * *"
#    to: reports                # a folder, relative to this file
#    formats: [xlsx, docx]

# Names and levels that portals do not state, or state wrongly
# (level: central, province, department, district, commune or unit)
organisations: {}
#  H48.53:
#    name: Sở Tư pháp
#    level: department
#    validFrom: 2025-07-01      # where it was founded
#    formerNames: [{ name: Sở Cũ, validTo: 2025-06-30 }]

# What stands around reports (docx), by organisation; what nobody wrote here is a dotted blank.
# below: for every organisation under it that says nothing itself.
letters: {}
#  H48:
#    symbol: BC-UBND            # Số: ……/BC-UBND
#    place: Quảng Ngãi          # before "ngày … tháng … năm …"
#    offices: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
#    signer: Họ và tên
#    recipients: [Bộ Tư pháp, "Chủ tịch, các Phó Chủ tịch UBND tỉnh"]
#    archive: VT, KSTT          # Lưu:
#    instructions:              # documents of your own that reports cite
#      - type: Công văn
#        number: 123/UBND-KSTT
#        date: 2026-08-10
#        issuer: Ủy ban nhân dân tỉnh
#        subject: về việc báo cáo công tác kiểm soát thủ tục hành chính
#        forms: [07a-btp, 07a-btp-weekly]
#    sourcesAnnex: false        # true = an appendix tells rule, state of the data and sources
#    below: { archive: VT }

# Who took over from whom. Figures show the tree of the period's last day, or that of --tree-at.
${successionLines(province)}

# Holidays and swapped working days beside the published ones (cchc calendar shows them all)
calendar:
  days: []
  #  - day: 2027-01-01
  #    kind: off        # or working
  #    name: Tết Dương lịch
  #    basis: Thông báo của Bộ Nội vụ

# Who is told when something needs a look, once per change (cchc alerts; cchc alerts send on a schedule)
#alerts:
#  channels:
#    room:
#      kind: webhook            # or command: [/usr/local/bin/tell], which gets the message as JSON on its input
#      url: "\${env:ALERT_URL}"
#      secret: "\${env:ALERT_SECRET}"     # signs what is sent
#    mail:
#      kind: mail
#      host: mail.example.gov.vn
#      username: cchc-hub
#      password: "\${env:MAIL_PASSWORD}"
#      from: cchc-hub@example.gov.vn
#      to: [operator@example.gov.vn]
#  refusedAbove: 100
#  quietHours: 22:00-06:00
#  weekly: { day: monday, at: "08:00" }
#  # Dossiers overdue and due soon, to each unit on working days
#  digests:
#    at: "07:30"
#    dueWithin: 3
#    units: [{ org: H48.53, channel: mail, to: [unit@example.gov.vn] }]

gateway:
  # Others than this machine can reach it only with an apiKey or oidc
  host: 127.0.0.1
  port: 8080
  # apiKey: \${env:CCHC_API_KEY}
  # Or keys of their own: cchc keys create NAME --scopes figures:read --org CODE
  # Or tokens of a login system (OpenID Connect); what is not mapped here allows nothing
  # oidc:
  #   issuer: https://sso.example.gov.vn/realms/tinh
  #   audience: cchc-hub
  #   scopes: { claim: realm_access.roles, values: { cchc-xem: ["figures:read"] } }
  #   organisations: { claim: don_vi, values: { so-noi-vu: [H48.05], ubnd-tinh: all } }
  #   # People sign in on the page by it; it sends back to ADDRESS/trang/dang-nhap/ve
  #   signIn: { clientId: cchc-trang, clientSecret: \${env:CCHC_CLIENT_SECRET}, address: https://cchc.example.gov.vn }
  # Public keys (cchc keys create NAME --public) are not shown counts of dossiers from 1 to below this
  # smallCells: 5
  # cors: [https://dashboard.example.gov.vn]   # origins of web pages that ask

# How the gateway and the sources are, for Prometheus: http://127.0.0.1:9464/metrics (no key; figures of no person)
# metrics:
#   host: 127.0.0.1
#   port: 9464

# What serve, worker and sync log, for machines: JSON lines on standard error, or in files of a folder
# log: { format: json, level: info }

# Traces for OpenTelemetry (OTLP over HTTP); no parameter of a question and nothing of persons is in them
# traces: { url: http://127.0.0.1:4318/v1/traces }
`
}
