import { existsSync, mkdtempSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Why a folder can't be written or made, as a sentence; empty where it can. Leaves nothing behind. */
export function folderFaults(folder: string): string[] {
  // It may hold a password, and would be made as folders of that name.
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(folder))
    return ["DATA_DIR can't be an address; give a folder, or set DATABASE_URL to store in PostgreSQL."]
  let there = resolve(folder)
  while (!existsSync(there)) there = dirname(there)
  const remedy = 'give a folder that the bot may write to.'
  if (!statSync(there).isDirectory()) return [`DATA_DIR: ${JSON.stringify(folder)} can't be a folder, ${there} is a file; ${remedy}`]
  try {
    // Rights alone don't tell: the superuser has them in /proc too.
    rmdirSync(mkdtempSync(join(there, '.license-desk-')))
  } catch {
    return [`DATA_DIR: ${JSON.stringify(folder)} can't be written; ${remedy}`]
  }
  return []
}

/** That a folder holds no database, as a sentence; empty where it does. Who only looks must not find an empty one, made by looking. */
export function absenceFaults(folder: string): string[] {
  if (existsSync(join(folder, 'license-desk.db'))) return []
  return [`DATA_DIR: ${JSON.stringify(folder)} holds no license-desk.db; give the folder that the bot stores in.`]
}
