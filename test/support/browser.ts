import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const onPath = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chromium-headless-shell', 'microsoft-edge']
const onMac = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
const onWindows = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']

/** The browser that `CHROME` names, else an installed Chrome, Edge or Chromium; undefined where there is none. */
export function findBrowser(): string | undefined {
  return process.env.CHROME || usualPlaces().find(place => existsSync(place))
}

/** Why browser tests are skipped, for their title. */
export const noBrowser = 'skipped: no Chrome, Edge or Chromium found; install one or set CHROME to its path'

/** Starts the browser at `executablePath`, without a window. */
export async function startBrowser(executablePath: string): Promise<Browser> {
  // Chromium's sandbox does not run as root, which is what build machines often are.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args })
}

function usualPlaces(): readonly string[] {
  const { env, platform } = process
  if (platform === 'darwin') return onMac
  if (platform !== 'win32') return (env.PATH ?? '').split(delimiter).flatMap(folder => onPath.map(name => join(folder, name)))
  const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(folder => folder !== undefined)
  return folders.flatMap(folder => onWindows.map(name => join(folder, name)))
}
