import { describe, expect, test } from 'vitest'
import type { Reading } from '../../dialogs/ports.ts'
import { readExamples, trainingHash } from '../../dialogs/understanding/examples.ts'
import { readModels } from '../../dialogs/understanding/model.ts'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import { today } from '../support/verdicts.ts'

const read = (text: string): Reading => readMessage(text, { today, locale: 'en-GB' })
const intentOf = (text: string) => read(text).wishes[0].intent

describe('the model', () => {
  test('is made of the present examples and code (else `npm run train`)', () => {
    expect(readModels().hash).toBe(trainingHash())
  })

  test('knows what it was taught', () => {
    const messages = readExamples().filter((_, index) => index % 7 === 0)
    const known = messages.filter(({ text, intent }) => intentOf(text) === intent)
    expect(known.length / messages.length).toBeGreaterThan(0.95)
  })
})

describe('what is asked', () => {
  test.for([
    ['is there a way to go on with the evaluation for some more weeks', 'extend-trial'],
    ['i want my money returned, we bought it yesterday', 'refund-window'],
    ['no refund wanted, simply no further year', 'stop-renewal'],
    ['the licence we own has become too small', 'change-size'],
    ['which size for 640 devices?', 'size-license'],
    ['which role do I need to purchase', 'admin-roles'],
    ['HELP', 'help'],
    ['never mind', 'cancel'],
    ['cheers mate', 'thanks'],
  ] as const)('%s: %s', ([text, intent]) => {
    expect(intentOf(text)).toBe(intent)
  })

  test.for([
    ['is OT monitoring included in Microsoft 365 E5?', 'license-terms'],
    ['remind us in this Teams channel before the trial ends on 30 April', 'set-reminder'],
    ['does Defender for IoT come with our E3?', 'license-terms'],
  ] as const)('%s is about ours although it names another product', ([text, intent]) => {
    expect(intentOf(text)).toBe(intent)
  })

  test.for([
    'can my Power BI trial be extended?',
    'refund for my Zoom subscription please',
    '🍕',
    'kjhkjhkj',
    'how do I mirror a port on a Catalyst',
  ])('%s is nothing of ours', text => {
    expect(intentOf(text)).toBe('out-of-scope')
  })
})

describe('how sure it is', () => {
  test('a plain question is sure, words that could mean anything are not', () => {
    expect(read('can I extend my trial?').band).toBe('sure')
    expect(read('and the thing with the other one').band).not.toBe('sure')
  })

  test('another language is named and never sure', () => {
    expect(read('Können wir die Testphase noch um vier Wochen verlängern?')).toMatchObject({ band: 'not', foreign: 'de' })
    expect(read('¿Cuánto cuesta la licencia para una fábrica?')).toMatchObject({ band: 'not', foreign: 'es' })
    expect(read('試用期間を延長できますか')).toMatchObject({ band: 'not', foreign: 'ja' })
  })

  test('foreign names in an English sentence are no other language', () => {
    expect(read('We have Saint-Denis de la Réunion with 120 devices and San José del Cabo with 80').foreign).toBeUndefined()
  })
})
