import { expect, test } from 'vitest'
import { read, sitesIn, unreadableIn } from './reading.ts'

const listed = (text: string) => {
  const entities = read(text, 'size-license', { asked: 'sites' })
  return [sitesIn(entities.facts.sites), ...unreadableIn(entities)]
}

test.for([
  'Lyon 400\nLeeds',
  'Lyon, 400\nLeeds,',
  'Lyon; 400\nLeeds;',
  'Lyon\t400\nLeeds\t',
  'Lyon | 400\nLeeds |',
  'Lyon: 400\nLeeds:',
  'Lyon 400\nLeeds -',
  'Lyon 400\nLeeds\n\n',
])('a name without a number behind a single site is listed: %j', text => {
  expect(listed(text)).toEqual(['Lyon 400', '2: no device count'])
})

test('and so are several, behind several', () => {
  expect(listed('Lyon 400\nPorto 300\nLeeds\nHull')).toEqual(['Lyon 400, Porto 300', '3: no device count', '4: no device count'])
  expect(listed('Lyon, 400\nPorto, 300\nLeeds,')).toEqual(['Lyon 400, Porto 300', '3: no device count'])
})

test.for([
  'Lyon 400\nPorto 300\nThanks',
  'Lyon 400\nPorto 300\nKind regards\nRobin',
  'Lyon 400\nPorto 300\nBest,\nRobin',
  'Lyon 400\nPorto 300\n\nRobin',
  'Hello,\nwhich sizes do we need?\nLyon 400\nPorto 300\nRobin',
])('whoever signs is no site: %j', text => {
  expect(listed(text)).toEqual(['Lyon 400, Porto 300'])
})
