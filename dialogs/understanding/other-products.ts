import { remembered } from './remembered.ts'
import { spaced, wholeWords } from './whole-words.ts'

/** Names of other products: who says one and nothing of ours asks about something else. */
const products = [
  String.raw`power ?(bi|apps?|automate|platform|pages)|powerpoint|excel (file|formula|macro|sheet|licen\w+)|ms ?excel|outlook`,
  String.raw`one ?drive|share ?point|one ?note|visio|ms project|project (online|plan \d)|planner|yammer|viva|whiteboard app`,
  'clipchamp',
  'intune|autopilot|co-?pilot|cortana|bing|edge browser|skype|xbox|game ?pass|minecraft|hololens',
  String.raw`surface (pro|laptop|hub|go|dock)|my surface|windows( \d+| server| update| hello)?|sql ?server`,
  'exchange (online|server|plan|mailbox|admin)|mailbox(es)?|active directory|azure ad|entra( id)?( p[12])?|purview',
  'sentinel|fabric|dynamics( 365)?|d365|github|gitlab|bitbucket|visual studio|vs ?code|jira|confluence|trello|asana',
  String.raw`notion|slack (channel|workspace|plan|licen\w+|subscription)|zoom|webex`,
  String.raw`teams (premium|rooms?|phones?|channels?|meetings?|calls?|recording|licen\w+|essentials|app)`,
  String.raw`defender (for|of|fuer|für) (end ?points?|cloud( apps)?|identity|office( 365)?|servers?|storage|sql|business|containers?|individuals|vulnerability\w*|databases?|key vault|apis?)`,
  'defender (antivirus|xdr|vulnerability|experts|easm)|mde|mdo|mdi|mdc|security copilot|log analytics|priva|lighthouse',
  'azure (openai|devops|virtual desktop|functions?|backup|vms?|monitor|storage|synapse|kubernetes|arc|sql|files|reservations?|reserved|credits?|certificates?|key vault|firewall|site recovery|ad|boards?|data factory|databricks|hybrid|support)',
  'avd|aks|windows 365|cloud pc|mfa|multi.?factor|authenticator|conditional access',
  String.raw`(m365|o365|office 365|microsoft 365|office) (e1|e3|f1|f3|business|family|personal|home|apps|copilot|proplus|licen\w+|subscription|trial|groups?)`,
  'office suite|ms office|e1|e3|f1|f3|business (premium|standard|basic)|(sql|windows|rds|user|device) cals?|cals?|esu',
  'software assurance|mpn|action pack',
  'open ?ai|chat ?gpt|gpt|claude|gemini|aws|amazon|google|gmail|gcp|alexa|siri|apple|i ?phones?|i ?pads?|icloud|macbooks?',
  'android|samsung|huawei|nokia|ericsson',
  'adobe|photoshop|acrobat|illustrator|indesign|lightroom|autocad|auto ?desk|revit|solidworks|ansys|catia|matlab',
  'mathworks|labview|tia portal|step ?7|wincc|kepware|ignition|salesforce|hubspot|tableau|qlik|sap|oracle|java|vmware',
  String.raw`vsphere|citrix|proxmox|veeam|acronis|commvault|rubrik|netapp|snowflake|databricks|mongodb|postgres\w*|mysql|redis`,
  'docker|kubernetes|jenkins|terraform|redhat|red hat|ubuntu|suse|linux',
  'norton|mcafee|trellix|kaspersky|avast|avg|sophos|eset|malwarebytes|crowdstrike|sentinelone|bitdefender|trend micro',
  String.raw`nozomi|claroty|dragos|tenable|nessus|qualys|rapid7|splunk|qradar|elastic\w*|servicenow|zendesk|freshservice|cisco`,
  'meraki|catalyst|fortinet|fortigate|palo alto|check ?point|sonicwall|juniper|zscaler|f5|okta|duo|lastpass|1password',
  String.raw`bitwarden|keepass|nord ?vpn|expressvpn|dropbox|box\.com|wordpress|shopify|docusign|canva|figma|miro|grammarly|duolingo`,
  'babbel|coursera|udemy|linkedin|facebook|instagram|whatsapp|telegram|tiktok|twitter|wechat|discord|signal app',
  'teamviewer|anydesk|mailchimp|godaddy|squarespace|stripe|paypal|klarna',
  'netflix|spotify|disney|hulu|youtube|hbo|prime video|audible|kindle|playstation|nintendo|steam|fortnite|roblox',
  String.raw`call of duty|sky (sports|go)|dazn|tinder|strava|peloton|garmin|fitbit|uber|airbnb|booking\.com|ryanair|lufthansa`,
  'easyjet|ikea|lego|tesla|mercedes|bmw|toyota|ford|audi|vw|volkswagen|hp (printer|laptop)|brother printer|lexmark|xerox',
  'logitech|jabra|bosch|dewalt|hilti|miele|dyson|nespresso',
]

/** Things of office and home that no question about our licences is about. */
const everyday = [
  'gym|fitness|yoga|swimming|golf|ski pass|football|soccer|tennis|cricket|hockey|match|league|world cup|olympics|concert',
  'cinema|theat(re|er)|library card|library|magazine|newspaper|book club|novel|podcast',
  String.raw`driv(ing|er.?s?) licen\w+|fishing licen\w+|hunting licen\w+|dog licen\w+|gun licen\w+|tv licen\w+|marriage licen\w+`,
  String.raw`pilot.?s licen\w+|liquor licen\w+|taxi licen\w+|drone licen\w+|forklift|fork.?lift|passport|visa|green card`,
  'residence permit|work permit|parking (permit|space|ticket|spot)?|parking|speeding ticket',
  'cars?|vans?|bikes?|bicycle|motorbike|scooter|caravan|tyres?|tires?|petrol|diesel|rego|garage|bus|train|tram|taxi',
  'flights?|airline|hotel|hostel|hire car|rental car|lease car|car lease|novated|charging card|ev charging|toll',
  'sim cards?|phone (plan|contract|bill)|mobile (plan|contract)|broadband|wi-?fi password|landline|roaming|electricity',
  'gas bill|water bill|heating|boiler|landlord|rent|mortgage|apartment|flat|house|kitchen|fridge|washing machine',
  'dishwasher|microwave|vacuum|toaster|kettle|coffee|tea|lunch|dinner|breakfast|canteen|pizza|burger|sandwich|cake|recipe',
  'beer|wine|restaurant|supermarket|groceries|milk|bread|shoes|boots|jacket|jeans|t-?shirts?|dress|sofa|mattress',
  'furniture|chairs?|desk lamp|standing desk|watering|garden|lawn',
  'bank|loan|credit score|pension|insurance|tax(es)?( return)?|salary|payroll|payslip|bonus|expense (report|claim)s?',
  'travel expenses?|per diem|(annual|sick|parental|maternity|my|your) leave|leave (request|until|till)|vacation|holidays?|pto|timesheets?',
  'onboarding buddy|new joiner|job (offer|interview)|interview|cv|hr|works council|union|team building|christmas party',
  'gift cards?|vouchers?|birthday|wedding|anniversary|baby|kids?|children|son|daughter|wife|husband|girlfriend|boyfriend',
  'mum|mom|dad|grandma|dog|cat|puppy|pets?|vet|dentist|doctor|hospital appointment|prescription|pharmacy|medicine',
  String.raw`vaccin\w+|flu|covid|clinical|court|lawyer|minister|president|prime minister|election|parliament|war|news|weather|rain`,
  'snow|forecast|temperature outside|horoscope|lottery|bitcoin|crypto|shares|stock (price|market)s?|dow|nasdaq',
  'exchange rate',
  'jokes?|riddles?|poems?|haiku|song|lyrics|sing|story|fairy tale|essay|homework|thesis|phd|exam|translate|translation',
  'synonym|spell|capital (city )?of|population of|who (won|is the|was the|invented|wrote|discovered)|meaning of life',
  'tell me (about yourself|a secret|something)|sudoku|chess|games?|movies?|films?|series|music|guitar|piano|dance',
  String.raw`square root|divided by|multiplied|plus znum|times znum|minus znum|fibonacci|prime numbers?|pythagor\w+`,
  'toner|projector|beamer|docking station|headphones|head ?sets?|webcam|mouse|keyboard|second monitor|meeting room|conference room',
  String.raw`room booking|my badge|key ?card|elevator|lift|toilet|air con\w*|reception|visitor|courier|parcel|package delivery`,
  'post office|stapler|whiteboard marker|laptop|notebook computer|desktop pc|printer|scanner app',
  'it (help ?desk|support|service desk)|password reset|reset my password|my password|my account is locked',
  'locked out of my|pst file|spam|phishing',
]

/** Words of ours: beside them, another product is only mentioned. */
const ours = [
  'defender for (iot|ot)|(?:d4|mdf?|defender ?)iot|iot|ot|site licen[cs]es?|plants?|factor(y|ies)|shop ?floor',
  'factory floor|plcs?|scada|industrial|substations?|xs|[sml]|xl|2xl|3xl|acr|committed devices|refinery|mill',
]

/** "Is it included in E5?" asks about ours even where only the bundle is named. */
const bundles = ['e5|me5|e3|f3|business premium|office 365|m365|microsoft 365|o365']
const included = [
  String.raw`includ\w*|cover\w*|part of|comes? with|contain\w*|bring\w*|get(s|ting)? it|add.?on|bundled?|separate\w*|on top|enough`,
  'anything|free',
]

const patterns = {
  either: wholeWords([...products, ...everyday]),
  product: wholeWords(products, 'g'),
  // The product is what is asked about: "is Intune in E5?"
  opening: new RegExp(`^(?: [a-z']+){0,3}${wholeWords(products).source}`),
  thing: wholeWords(everyday, 'g'),
  ours: wholeWords(ours),
  bundle: wholeWords(bundles),
  included: wholeWords(included),
}

/** What a message names that isn't ours, as features: nothing, or a product or thing beside words of ours or alone. */
export const strangersIn = remembered((words: readonly string[]): readonly string[] => {
  const text = spaced(words)
  if (!patterns.either.test(text)) return []
  const found = { products: new Set(text.match(patterns.product)).size, things: new Set(text.match(patterns.thing)).size }
  const kind = found.products > 0 ? 'product' : 'thing'
  const first = found.products > 0 && patterns.opening.test(text) ? ['product first'] : []
  const beside = patterns.ours.test(text) ? ' beside ours' : ''
  const bundled = patterns.bundle.test(text) && patterns.included.test(text) ? ' in a bundle' : ''
  return [kind, ...first, `${kind} ${beside}${bundled}`, ...(found.products + found.things > 1 ? ['several'] : [])]
})
