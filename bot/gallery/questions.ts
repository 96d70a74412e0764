import {
  didYouMeanCard,
  faultCard,
  otherDayCard,
  retryCard,
  unclearCard,
  vagueDayCard,
  whichKindCard,
  whoseDayCard,
} from '../../cards/help.ts'
import { whichChangeCard } from '../../cards/which-change.ts'
import { whichSiteCard } from '../../cards/which-site.ts'
import { faultHeadline } from '../../cards/words/en/faults.ts'
import { viewOf } from '../../dialogs/topic.ts'
import { blank, day, type State } from './answered.ts'

/** What is asked back where a message can be read in several ways, or says something that can't be. */
export function questionStates(): State[] {
  const view = viewOf(blank)
  const trialView = viewOf({ ...blank, intent: 'extend-trial' })
  return [
    { name: 'did you mean', card: didYouMeanCard(['extend-trial', 'trial-terms', 'set-reminder'], view) },
    { name: 'which kind of licence', card: whichKindCard(day('2026-04-15'), view) },
    { name: 'ambiguous date', card: unclearCard('trialEnd', '3/4/2026', [day('2026-04-03'), day('2026-03-04')], trialView) },
    {
      name: 'which site',
      card: whichSiteCard(
        { devices: 4800 },
        [{ name: 'Lyon', devices: 400 }, { devices: 900 }],
        viewOf({ ...blank, intent: 'size-license' }),
      ),
    },
    {
      name: 'which change',
      card: whichChangeCard(
        { said: 'Ulm has 450', sites: [{ name: 'Ulm', devices: 450 }] },
        [{ name: 'Lyon', devices: 400 }],
        viewOf({ ...blank, intent: 'size-license' }),
      ),
    },
    { name: 'impossible date', card: unclearCard('trialEnd', '31 February', [], trialView) },
    { name: 'which cloud', card: unclearCard('cloud', 'government', [], trialView) },
    { name: 'unreadable sites', card: retryCard('sites', viewOf({ ...blank, intent: 'size-license' })) },
    { name: 'unreadable date', card: retryCard('trialEnd', trialView) },
    { name: 'other day', card: otherDayCard('trialEnd', [day('2026-03-20'), day('2026-04-15')], trialView) },
    { name: 'vague day', card: vagueDayCard('licenseStart', 'last week', viewOf({ ...blank, intent: 'refund-window' })) },
    { name: 'whose day, asked', card: whoseDayCard('trialEnd', 'tomorrow', [day('2026-03-11')], trialView) },
    {
      name: 'whose day, known',
      card: whoseDayCard(
        'licenseStart',
        'yesterday',
        [day('2026-03-09'), day('2026-03-06')],
        viewOf({ ...blank, intent: 'refund-window' }),
      ),
    },
    {
      name: 'refused number',
      card: faultCard(
        'sites',
        faultHeadline({ fact: 'sites[0].devices', code: 'number-range', got: -5, accepted: { min: 1, max: 10_000_000 } }, view.format),
        viewOf({ ...blank, intent: 'size-license' }),
      ),
    },
    {
      name: 'refused date',
      card: faultCard(
        'trialEnd',
        faultHeadline(
          { fact: 'trialEnd', code: 'before', got: day('2026-02-01'), accepted: { min: '2026-03-01', than: 'trialStart' } },
          view.format,
        ),
        trialView,
      ),
    },
  ]
}
