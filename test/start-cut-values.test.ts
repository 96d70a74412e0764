import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { kill, runBot } from './support/process.ts'

let folder: string
let child: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'license-desk-'))
})
afterEach(async () => {
  if (child) await kill(child)
  rmSync(folder, { recursive: true })
})

const cut = 'has a # in its value; put the value in quotes, or a space before the comment.'

test('a value in .env that would end in its middle stops the start, and is not shown', async () => {
  const lines = [
    'PORT=0 # any',
    'DATA_DIR="da#ta"',
    "OTEL_SERVICE_NAME='#desk' # a # comment",
    'LOG_LEVEL=info #',
    'OPENAI_API_KEY=pa55#word',
    'OPENAI_MODEL=#pa55word',
    'AZURE_OPENAI_API_KEY= pa55 wo#rd # the key',
    'TZ= # nothing',
  ]
  writeFileSync(join(folder, '.env'), lines.join('\r\n'))
  const bot = runBot(folder)
  child = bot.child
  const { code, err } = await bot.ended()
  expect([code, err.trim().split('\n')]).toEqual([1, [5, 6, 7].map(line => `.env: line ${line} ${cut}`)])
})
