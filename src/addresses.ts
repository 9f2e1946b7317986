import { BlockList, isIP, isIPv6 } from 'node:net'

/** A list of addresses that cannot be read. The message goes on after the value of a setting. */
export class AddressError extends Error {
  override readonly name = 'AddressError'
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** The names of this machine for itself, as `Host` has them without a port. */
export const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** Whether only this machine can reach an address or a host name. */
export function isLoopback(host: string): boolean {
  if (isIP(host) === 0) return host.toLowerCase() === 'localhost'
  return loopback.check(host, isIPv6(host) ? 'ipv6' : 'ipv4')
}

/**
 * Host names or addresses separated by commas, as `Host` has them without a port.
 *
 * @throws AddressError
 */
export function hostNamesIn(list: string): string[] {
  return partsOf(list).map(part => {
    const host = isIPv6(part) ? `[${part}]` : part
    const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined
    if (url?.hostname !== host.toLowerCase()) throw new AddressError(`"${part}" is not a host name without a port`)
    return url.hostname
  })
}

/**
 * Origins separated by commas.
 *
 * @throws AddressError
 */
export function originsIn(list: string): string[] {
  return partsOf(list).map(part => {
    const origin = URL.canParse(part) ? new URL(part).origin : 'null'
    if (origin === 'null' || origin !== part.toLowerCase()) {
      throw new AddressError(`"${part}" is not an origin such as https://app.example`)
    }
    return origin
  })
}

/**
 * Addresses, networks and names of networks separated by commas.
 *
 * @throws AddressError
 */
export function proxiesIn(list: string): string[] {
  return partsOf(list).map(part => {
    if (!isNetwork(part)) throw new AddressError(`"${part}" is neither an address nor a network such as 10.0.0.0/8`)
    return part
  })
}

function isNetwork(part: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(part)) return true
  const [address = '', bits, ...rest] = part.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32))
}

function partsOf(list: string): string[] {
  if (list.trim() === '') return []
  return list.split(',').map(part => part.trim())
}
