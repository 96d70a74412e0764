const learn = 'https://learn.microsoft.com'
const organizations = `${learn}/azure/defender-for-iot/organizations`
const commerce = `${learn}/microsoft-365/commerce`

/** The documents that the rules stand on: id -> title and address. */
export const sources = {
  'D4IOT-LIC': { title: 'Defender for IoT licenses and trial extension', url: `${organizations}/license-and-trial-license-extention` },
  'D4IOT-PLANS': { title: 'Manage OT plans and licenses', url: `${organizations}/how-to-manage-subscriptions` },
  'D4IOT-BILLING': { title: 'Defender for IoT billing', url: `${organizations}/billing` },
  'D4IOT-SITE': { title: 'Site license overview', url: `${learn}/defender-for-iot/license-overview` },
  'D4IOT-RETENTION': { title: 'Data retention across Defender for IoT', url: `${organizations}/references-data-retention` },
  'D4IOT-PRICING': {
    title: 'Plans and pricing',
    url: 'https://www.microsoft.com/security/business/endpoint-security/microsoft-defender-iot-pricing',
  },
  'M365-TRIAL': { title: 'Try or buy Microsoft 365: extend your trial', url: `${commerce}/try-or-buy-microsoft-365#extend-your-trial` },
  'M365-END': { title: 'What happens when a subscription ends', url: `${commerce}/subscriptions/what-if-my-subscription-expires` },
  'M365-RENEW': { title: 'Turn recurring billing off or on', url: `${commerce}/subscriptions/renew-your-subscription` },
  'M365-CANCEL': { title: 'Cancel a subscription in the admin center', url: `${commerce}/subscriptions/cancel-your-subscription` },
  'M365-ROLES': { title: 'About admin roles', url: `${learn}/microsoft-365/admin/add-users/about-admin-roles` },
  'M365-BILLING': { title: 'Understand your billing account', url: `${commerce}/manage-billing-accounts` },
  'D4IOT-START': { title: 'Get started with OT monitoring', url: `${organizations}/getting-started` },
  'D4IOT-EIOT': { title: 'Manage Enterprise IoT plans', url: `${organizations}/manage-subscriptions-enterprise` },
  'D4IOT-FAQ': { title: 'OT networks: frequently asked questions', url: `${organizations}/faqs-ot` },
  'M365-EST': { title: 'Extended service term', url: `${commerce}/subscriptions/extended-service-term` },
} as const satisfies Record<string, { title: string; url: string }>

export type SourceId = keyof typeof sources
