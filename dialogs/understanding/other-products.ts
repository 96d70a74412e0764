/** Names of what this desk knows nothing about; "Microsoft 365 E5" is not among them, since people ask whether it includes the licence. */
const others = new RegExp(
  `\\b(${[
    'power ?(bi|apps?|automate|platform)|powerpoint|excel|outlook|onedrive|sharepoint|onenote|visio|ms project|project online|planner|loop|yammer|viva|whiteboard',
    'intune|autopilot|copilot|cortana|bing|edge browser|skype|xbox|game ?pass|minecraft|halo|hololens|surface (pro|laptop|hub)|windows|sql server|exchange( online)?|active directory|azure ad|entra( id)?|purview|sentinel|fabric|dynamics( 365)?|github|gitlab|bitbucket|visual studio|vs ?code|jira|confluence|trello|asana|notion|slack|zoom|webex|teams (premium|rooms?|phone)',
    'defender (for|of) (endpoints?|cloud( apps)?|identity|office( 365)?|servers?|storage|sql|business|containers?|individuals|vulnerability)|defender (antivirus|xdr|vulnerability)|mde|mdo|mdi|security copilot|log analytics',
    'azure (openai|devops|virtual desktop|functions?|backup|vms?|monitor|storage|synapse|kubernetes|arc)|openai|chatgpt|gpt|claude|gemini|aws|amazon|google|gcp|alexa|siri|apple|iphone|ipad|icloud|macbook|android|samsung',
    'adobe|photoshop|acrobat|autocad|autodesk|solidworks|matlab|salesforce|hubspot|sap|oracle|java|vmware|citrix|norton|mcafee|kaspersky|crowdstrike|sentinelone|bitdefender|nozomi|claroty|dragos|tenable|splunk|qradar|servicenow|cisco|meraki|fortinet|palo alto|checkpoint|okta|lastpass|1password|nordvpn|dropbox|wordpress|shopify|docusign|canva|figma|grammarly|duolingo',
    'netflix|spotify|disney|hulu|youtube|hbo|playstation|nintendo|steam|fortnite|tesla|gym|driver.?s licen[cs]e|driving licen[cs]e|fishing licen[cs]e|drone|m365 e3|office 365 e3|microsoft 365 (e3|business|family|personal)|office (365|licen[cs]es?)|e3|f3|business premium|sim cards?|windows server|cals?',
  ].join('|')})\\b`,
  'i',
)
const ours = /defender for iot|d4iot|\bmdiot\b|site licen[cs]e|\bot licen[cs]e|\biot licen[cs]e/i

/** Whether a message names another product and not Defender for IoT. */
export function namesOtherProduct(text: string): boolean {
  return others.test(text) && !ours.test(text)
}
