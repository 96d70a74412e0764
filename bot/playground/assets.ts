import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Response } from 'restify'

const types = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const

const page = new URL('./page/', import.meta.url)
const renderer = ['adaptivecards.min.js', 'adaptivecards.css']
const require = createRequire(import.meta.url)

/** Every file that the page may load, fixed at start. What is not in here doesn't exist, whatever a request writes. */
const files: ReadonlyMap<string, string | URL> = new Map<string, string | URL>([
  ...readdirSync(page).map((name): [string, URL] => [name, new URL(name, page)]),
  ...renderer.map((name): [string, string] => [name, require.resolve(`adaptivecards/dist/${name}`)]),
])

// The renderer sets styles through the object model only, so that neither inline styles nor eval need to be allowed.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Sends the page itself. */
export async function sendPage(res: Response): Promise<void> {
  await sendFile(res, new URL('chat.html', page), types.html)
}

/** Sends one of the page's files, or 404. */
export async function sendAsset(res: Response, name: string): Promise<void> {
  const file = files.get(name)
  if (!file) {
    res.send(404, { error: { code: 'NotFound', message: 'There is no such file.' } })
    return
  }
  await sendFile(res, file, types[name.slice(name.lastIndexOf('.') + 1) as keyof typeof types])
}

async function sendFile(res: Response, file: string | URL, type: string): Promise<void> {
  const content = await readFile(file)
  res.writeHead(200, {
    'Content-Type': type,
    'Content-Length': content.length,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  })
  res.end(content)
}
