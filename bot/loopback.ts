import { keeping } from './once.ts'

const ADDRESSES_REMEMBERED = 100

/** Whether a host name or address can only be this machine. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host)

/** Whether an address can only be on this machine. */
export const isLocal = keeping(ADDRESSES_REMEMBERED, url => URL.canParse(url) && isLoopback(new URL(url).hostname))

/** Whether nobody can read or write along on the way to an address. */
export const isSecure = (url: string): boolean => url.startsWith('https:') || isLocal(url)
