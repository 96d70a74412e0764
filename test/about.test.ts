import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aboutCard } from '../cards/about.ts'
import { viewFor } from '../cards/view.ts'
import { isAbout } from '../dialogs/phrases.ts'
import { sources } from '../rules/sources.ts'
import { chat } from './support/chat.ts'
import { on, today } from './support/verdicts.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const asked = { intent: 'help', facts: {} } as const

test('about says version, numbers, documents, whose it is not, and what it stores', () => {
  const { text } = aboutCard(viewFor('en-GB', on(today), false, asked))
  expect(text).toContain(`Version: ${version}\nNumbers: as documented on 17 November 2024\n`)
  expect(text).toContain('not a Microsoft product')
  expect(text).toContain('deleted after 30 days')
  expect(Object.values(sources).filter(({ title, url }) => !text.includes(`- ${title} (${url})`))).toEqual([])
})

test('about says that the numbers are the operator’s own where they are', () => {
  const at = on(today)
  const { text } = aboutCard(viewFor('en-GB', { today, policy: { ...at.policy, version: 'operator' } }, false, asked))
  expect(text).toContain("Numbers: your organisation's own values\n")
})

test('it is asked for in words, from help, and without losing the thread', async () => {
  await chat()`
    > can I get my money back?
      A licence can be given back within 7 days of its start
    > who made you?
      License Desk answers licence questions about Microsoft Defender for IoT
      A licence can be given back within 7 days of its start
    > 8 March 2026
      Yes, until 15 March 2026
    > help
      Ask me about trials, licences and dates of Defender for IoT
      [About License Desk]
    > [About License Desk]
      License Desk answers licence questions about Microsoft Defender for IoT
      [What I can do] [Sources]
    > [What I can do]
      Ask me about trials, licences and dates of Defender for IoT
  `
})

describe('about is meant', () => {
  test.for([
    'about',
    'About you',
    'tell me about this bot',
    'what are you?',
    'hi, who are you',
    'version',
    'which version are you?',
    "what's your privacy policy",
    'where does your information come from?',
    'is this conversation stored?',
    'are my messages logged somewhere',
    'what do you do with my data?',
    'what’s your version',
    'who made you',
    'Who runs this bot?',
    'are you a Microsoft product?',
    'is this from Microsoft',
    'are you official',
    'what are your sources?',
    'where do you get your answers from',
    'what do you store',
    'do you keep my messages?',
    'privacy',
    'are you an AI?',
  ])('by "%s"', text => {
    expect(isAbout(text)).toBe(true)
  })
})

describe('about is not meant', () => {
  test.for([
    'what is it',
    'what about 12,000 devices?',
    'about 400 devices',
    'how about Lyon?',
    'which version of Defender for IoT do we need',
    'free version ends on 15 April',
    'who made the purchase',
    'what do you know about me?',
    'what are the sizes?',
    'is this a trial',
    'does Microsoft support MCA',
    'what data is kept after the licence ends',
    'will our data be kept?',
    'how do you know that?',
    'where do these dates come from?',
  ])('by "%s"', text => {
    expect(isAbout(text)).toBe(false)
  })
})
