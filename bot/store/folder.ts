import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Why a folder can't be written or made, as a sentence; empty where it can. Makes nothing. */
export function folderFaults(folder: string): string[] {
  let there = resolve(folder)
  while (!existsSync(there)) there = dirname(there)
  const remedy = 'give a folder that the bot may write to.'
  if (!statSync(there).isDirectory()) return [`DATA_DIR: ${JSON.stringify(folder)} can't be a folder, ${there} is a file; ${remedy}`]
  try {
    accessSync(there, constants.W_OK | constants.X_OK)
  } catch {
    return [`DATA_DIR: ${JSON.stringify(folder)} can't be written; ${remedy}`]
  }
  return []
}
