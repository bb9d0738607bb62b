/**
 * The network of an address as `addressOf` gives it: 256 addresses of IPv4, a site of IPv6. It tells where an attempt came
 * from; a single address would be personal data.
 */
export function networkOf(address: string): string {
  const parts = /^(\d+)\.(\d+)\.(\d+)\.\d+$/.exec(address)
  if (parts) return `${parts.slice(1).join('.')}.0/24`
  if (!address.includes(':')) return 'unknown'
  const [site = ''] = address.split('::')
  return `${site.split(':').slice(0, 3).join(':')}::/48`
}
