import { sizeFormCard, sizePreviewCard } from '../../cards/size-form.ts'
import { sizeFormWords } from '../../cards/words/en/size-form.ts'
import type { Facts } from '../../rules/facts.ts'
import { answered, day, type State } from './answered.ts'

const sites: Facts['sites'] = [
  { name: 'Lyon', devices: 400 },
  { name: 'Leeds', devices: 900 },
  { name: 'Porto', devices: 6000 },
]

/** The cards that people put into a message for others, and the form that makes one. */
export function extensionStates(): State[] {
  const others = { handedOn: true }
  const finished = answered('for others: sizes', 'size-license', { sites, growthPercent: 20 }, others)
  return [
    ...finished,
    ...answered(
      'for others: sizes, with lines that can not be read',
      'size-license',
      { sites },
      {
        ...others,
        unreadable: [{ line: 4, text: 'Oslo\ttbd', why: 'no device count yet' }],
      },
    ),
    ...answered('for others: trial', 'extend-trial', { trialEnd: day('2026-04-15') }, others),
    ...answered('for others: trial, last day', 'extend-trial', { trialEnd: day('2026-03-25'), billingAccount: 'MCA' }, others),
    ...answered('for others: refund', 'refund-window', { licenseStart: day('2026-03-05') }, others),
    ...answered('for others: after the end', 'license-lifecycle', { licenseEnd: day('2026-02-20') }, others),
    ...answered('for others: a rule', 'refund-window', {}, others),
    { name: 'form: sizes', card: sizeFormCard() },
    {
      name: 'form: sizes, with faults',
      card: sizeFormCard(
        { sites: 'Lyon 400-450\nLeeds tbd', names: 'Lyon', growthPercent: 'some' },
        {
          sites: [
            sizeFormWords.unreadable(1, 'Lyon 400-450', 'a range is not a number'),
            sizeFormWords.unreadable(2, 'Leeds tbd', 'no device count yet'),
          ],
          names: [sizeFormWords.badNames(1, 2)],
          growthPercent: [sizeFormWords.badGrowth],
        },
      ),
    },
    ...finished.map(({ card }) => ({ name: 'form: the finished card', card: sizePreviewCard(card, 'x'.repeat(22)) })),
  ]
}
