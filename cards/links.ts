import type { AnswerCode } from '../rules/answers.ts'
import { sources } from '../rules/sources.ts'
import type { Route } from '../rules/verdict.ts'

/** Where a person goes. Titles are words, and live with them. */
export const links = {
  'admin-center': 'https://admin.microsoft.com/Adminportal/Home?#/homepage',
  'sales-trial-extension': 'https://trials.transform.microsoft.com/customer-admin-trials',
  'sales-licenses':
    'https://forms.office.com/Pages/ResponsePage.aspx?id=v4j5cvGGr0GRqy180BHbR4hp0oiujZ9PvzH6GeTqtclUMDJCWDBNUVpNTjc1SVdXMDNPWlhUWDEyMi4u',
  'purchase-steps': `${sources['D4IOT-PLANS'].url}#purchase-a-defender-for-iot-license`,
  'cancel-plan': `${sources['D4IOT-PLANS'].url}#cancel-a-defender-for-iot-plan-for-ot-networks`,
  'migrate-plan': `${sources['D4IOT-PLANS'].url}#migrate-from-a-legacy-ot-plan`,
  appliances: 'https://learn.microsoft.com/azure/defender-for-iot/organizations/ot-pre-configured-appliances',
  'appliance-catalog': 'https://learn.microsoft.com/azure/defender-for-iot/organizations/appliance-catalog/',
  'hardware-sales': 'mailto:hardware.sales@arrow.com',
  pricing: sources['D4IOT-PRICING'].url,
  'extension-steps': sources['M365-TRIAL'].url,
  'admin-roles': sources['M365-ROLES'].url,
  'turn-off-billing': sources['M365-RENEW'].url,
  'cancel-steps': sources['M365-CANCEL'].url,
  'subscription-end': sources['M365-END'].url,
  'start-trial': sources['D4IOT-START'].url,
  'device-count': sources['D4IOT-BILLING'].url,
  'site-license': sources['D4IOT-SITE'].url,
  'license-terms': sources['D4IOT-LIC'].url,
  'data-retention': sources['D4IOT-RETENTION'].url,
  'enterprise-iot': sources['D4IOT-EIOT'].url,
} as const

export type LinkId = keyof typeof links

/** The only hosts a card may lead to. */
export const allowedHosts: readonly string[] = [
  'admin.microsoft.com',
  'forms.office.com',
  'learn.microsoft.com',
  'trials.transform.microsoft.com',
  'www.microsoft.com',
]

/** The links of each route, the one to press first first. */
export const routeLinks: Readonly<Record<Route, readonly LinkId[]>> = {
  'admin-center': ['admin-center', 'extension-steps'],
  'ask-an-admin': ['admin-roles', 'extension-steps'],
  'sales-extension': ['sales-trial-extension', 'purchase-steps'],
  'sales-activation': ['sales-licenses', 'start-trial'],
  'included-in-plan': ['start-trial'],
  buy: ['purchase-steps', 'pricing'],
  'buy-again': ['purchase-steps', 'pricing'],
  'renew-site': ['purchase-steps', 'pricing'],
  'buy-or-turn-off': ['purchase-steps', 'turn-off-billing'],
  'contact-representative': ['sales-licenses', 'purchase-steps'],
  'count-devices': ['device-count'],
  'cancel-in-admin-center': ['cancel-steps', 'cancel-plan'],
  'turn-off-recurring-billing': ['turn-off-billing', 'admin-center'],
  'renew-or-turn-off': ['turn-off-billing', 'admin-center'],
  'renew-now': ['admin-center', 'subscription-end'],
  'ask-partner': ['cancel-steps', 'sales-licenses'],
  'contact-sales': ['cancel-steps', 'sales-licenses'],
  track: [],
}

/** The links of each answer without arithmetic, the one to press first first. */
export const answerLinks: Readonly<Record<AnswerCode, readonly LinkId[]>> = {
  'trial-terms': ['start-trial', 'license-terms'],
  'trial-over-limit': ['license-terms', 'purchase-steps'],
  'trial-start': ['start-trial', 'admin-center'],
  'trial-after': ['purchase-steps', 'turn-off-billing'],
  'extension-rule': ['admin-center', 'extension-steps'],
  'refund-rule': ['cancel-steps', 'turn-off-billing'],
  'grace-rule': ['admin-center', 'subscription-end'],
  'retention-rule': ['data-retention', 'subscription-end'],
  cancel: ['cancel-steps', 'cancel-plan'],
  'stop-renewal': ['turn-off-billing', 'admin-center'],
  'renewal-on': ['admin-center'],
  buy: ['purchase-steps', 'pricing'],
  sizes: ['license-terms', 'sales-licenses'],
  'one-license-per-site': ['license-terms', 'purchase-steps'],
  term: ['license-terms', 'sales-licenses'],
  e5: ['license-terms', 'enterprise-iot'],
  'change-size': ['site-license', 'sales-licenses'],
  'count-devices': ['device-count', 'site-license'],
  'find-device-count': ['device-count'],
  hardware: ['hardware-sales', 'appliances', 'appliance-catalog'],
  migrate: ['migrate-plan', 'sales-licenses'],
  government: ['sales-licenses', 'start-trial'],
  roles: ['admin-roles', 'admin-center'],
  'billing-accounts': ['admin-center'],
  'contact-sales': ['sales-trial-extension', 'sales-licenses', 'hardware-sales'],
}

const purchases: readonly string[] = [links.pricing, links['purchase-steps']]

/** Whether an address leads to prices or a purchase: such are not shown on iOS and Android. */
export const leadsToPurchase = (url: string): boolean => purchases.includes(url)
