import { expect, test } from 'vitest'
import { finderOf, spaced, wholeWords } from '../../dialogs/understanding/whole-words.ts'

/** Every form of a pattern that is looked up otherwise than by trying it. */
const things = {
  word: ['trial', 'licen[cs]e', 'demos?', 'colou?r'],
  choice: ['gr(a|e)y', '(un)?paid', '(re|pre)order(ed|s)?'],
  phrase: ['end of (the )?month', 'how (long|much) .{0,10}left', 'what s [xml]'],
  open: [String.raw`cancel\w*`, String.raw`\d+ plants`, '.?ot'],
}

test.each([
  ['the trial ends', ['word']],
  ['a license or a licence', ['word']],
  ['demo', ['word']],
  ['demos', ['word']],
  ['color and colour', ['word']],
  ['trials and licenses', []],
  ['grey', ['choice']],
  ['unpaid', ['choice']],
  ['preordered', ['choice']],
  ['ordered', []],
  ['by the end of month', ['phrase']],
  ['by the end of the month', ['phrase']],
  ['by the end of the months', []],
  ['how long is it left', ['phrase']],
  ['what s xl', []],
  ['cancellation of 12 plants', ['open']],
  ['iot', ['open']],
  ['a paid trial for ot until the end of the month', ['word', 'choice', 'phrase', 'open']],
  ['', []],
])('%j names %j', (text, named) => {
  const found = spaced(text.split(' ').filter(word => word !== ''))
  expect(finderOf(things)(found)).toEqual(named)
  // What is found by looking up is what trying each pattern finds, and what all of them together find.
  const names = Object.keys(things) as (keyof typeof things)[]
  expect(names.filter(name => new RegExp(` (?:${things[name].join('|')})(?= )`).test(found))).toEqual(named)
  expect(names.filter(name => wholeWords(things[name]).test(found))).toEqual(named)
})
