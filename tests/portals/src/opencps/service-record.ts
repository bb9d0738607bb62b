import { procedureCodeShown } from '../world/shown-code.ts'
import type { SimulatedProcedure, World } from '../world/world.ts'
import { escapeXml } from './text.ts'

type Config = readonly (readonly [string, string])[]

interface ServiceRecord {
  readonly plain: readonly (readonly [string, string])[]
  readonly configs: readonly Config[]
}

function recordOf(procedure: SimulatedProcedure, world: World): ServiceRecord {
  const administration = procedure.services[0]
  const id = procedure.code.replace(/\D/g, '')
  const levels = procedure.services.map((service) => service.level)
  return {
    plain: [
      ['serviceInfoId', id],
      ['createDate', '01/09/2021 08:00:00'],
      ['modifiedDate', '15/12/2021 08:00:00'],
      ['serviceCode', procedureCodeShown(procedure, world.provinceCode)],
      ['serviceCodeDVCQG', procedure.code],
      ['serviceNameDVCQG', procedure.name],
      ['serviceName', procedure.name],
      ['processText', '<p>Tiếp nhận, thẩm định &amp; trả kết quả</p>'],
      ['feeText', feeText(procedure)],
      ['administrationCode', administration?.organisationCode ?? ''],
      ['administrationName', administration?.organisationName ?? ''],
      ['domainCode', procedure.fieldCode],
      ['domainName', procedure.fieldName],
      ['maxLevel', String(Math.max(2, ...levels))],
      ['public', 'true'],
      ['synced', procedure.publishedNationally ? '1' : '0'],
      ['active', '1'],
    ],
    configs: procedure.services.map((service, position) => [
      ['serviceConfigId', `${id}${position}`],
      ['govAgencyCode', service.organisationCode],
      ['govAgencyName', service.organisationName],
      ['serviceLevel', String(service.level)],
    ]),
  }
}

function feeText({ feeAmount }: SimulatedProcedure): string {
  if (feeAmount === 0) return '<p>Không</p>'
  return `<p>Lệ phí: ${String(feeAmount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng</p>`
}

/** One service as its XML element; `serviceConfigs` repeats. */
export function serviceXml(procedure: SimulatedProcedure, world: World): string {
  const { plain, configs } = recordOf(procedure, world)
  return `<data>${elements(plain)}${configs
    .map((config) => `<serviceConfigs>${elements(config)}</serviceConfigs>`)
    .join('')}</data>`
}

function elements(pairs: Config): string {
  return pairs.map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`).join('')
}

/** One service as its JSON object. */
export function serviceJson(procedure: SimulatedProcedure, world: World): unknown {
  const { plain, configs } = recordOf(procedure, world)
  return {
    ...Object.fromEntries(plain),
    serviceConfigs: configs.map((config) => Object.fromEntries(config)),
  }
}
