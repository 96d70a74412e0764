import { finderOf } from './whole-words.ts'

/** What several ways to say a thing have in common: a name, and patterns of words (`licence` is spelt `license`, numbers and dates are placeholders). */
const concepts: Readonly<Record<string, readonly string[]>> = {
  trial: [
    String.raw`trials?|trails?|evaluat\w+|evals?|pocs?|proof of (concept|value)|pilots?|piloting|demos?`,
    String.raw`test (period|phase|licen\w+|version|month|run|plan|sub\w*|install\w*|weeks?)|testing|tester`,
    String.raw`free (month|period|version|licen\w+|plan|one|sub\w*|phase|days?|weeks?|access|usage)|freebie|no.cost|gratis`,
    'cost.free|free of charge|try(ing)? (it )?out|tryout|testphase|testversion|testlizenz|testzeitraum|essai|prueba|prova',
    String.raw`próbn\w+|proef\w*|avaliação|teste`,
  ],
  free: [String.raw`free|gratis|complimentary|no.cost|without paying|kostenlos\w*|gratuit\w*`],
  paid: [
    String.raw`paid|bought|purchased|paying|commercial|annual|yearly|one.year|12.month|twelve.month|full licen\w+|real licen\w+`,
    String.raw`production licen\w+|invoice[ds]?|paid.for`,
  ],
  license: [String.raw`licen[cs]\w*|lics?|subscriptions?|subs?|plans?|contracts?|abos?|lizenz\w*|seats?|entitlement|agreement`],
  extend: [
    String.raw`exten[dst]\w*|prolong\w*|longer|lengthen\w*|more time|more days|more weeks|more months?`,
    '(another|extra|additional|further|one more|a few more|second) (month|weeks?|days?|time|period|thirty|round|fortnight|znum)',
    String.raw`stretch\w*|postpone\w*|push(ed)? (back|out)|later end|verlänger\w*|prorrog\w*|alargar|przedłuż\w*|proroga\w*`,
    String.raw`verleng\w*|keep (it|this|the \w+|testing|evaluating|trying|using|on) ?(going|running|alive|open|on)?|go(es|ing)? on`,
    String.raw`continue\w*|carry on|renew\w*|run on|not (yet )?(ready|finished|done)`,
  ],
  happen: [
    'what (then|happens?|will happen|would happen|now|next)|happens?|and then|then what|consequences?|what follows',
    'was passiert|qué pasa|que se passe',
  ],
  after: ['after|afterwards?|once|following|post|beyond|past|since|when .{1,30} (over|ends?|expires?|up|done|finished)'],
  end: [
    String.raw`ends?|ended|ending|expir\w*|laps\w*|finish\w*|over|runs? out|ran out|running out|run out|terminat\w*|dies?|died`,
    'dead|closes?|closed|is up|due|abläuft|ausläuft|läuft',
  ],
  refund: [
    String.raw`refund\w*|money.?back|reimburs\w*|repa(y|id)\w*|give (it|them|this|the \w+|ours)? ?back|giv(en|ing) back`,
    String.raw`hand\w* .{0,15}back|sen[dt] .{0,15}back|return(ed|ing|s)?|get .{1,30} back|our money|my money|money .{0,12}back`,
    String.raw`cash back|undo .{0,12}(purchase|order)|reverse .{0,12}(charge|order|purchase)|revers\w+|credited?|credit note`,
    String.raw`cooling.?off|withdraw\w*|wrong (size|one|licen\w+|tenant|product)|by mistake|mistake\w*|accident\w*`,
    String.raw`rückerstatt\w*|geld zurück|rembours\w*|reembols\w*|zwrot\w*|rimbors\w*|chargeback|regret|changed .{0,8}minds?`,
    String.raw`pro.?rat\w+`,
  ],
  deadline: [
    'until when|till when|latest|last day|too late|still (possible|time|allowed|ok|okay|get|able|eligible|within)|in time',
    'deadline|windows?|how long do (i|we) have|how many days|time limit|cut.?off|missed|within|by when|until',
  ],
  autorenew: [
    String.raw`auto.?renew\w*|auto.?(charge|bill|pay|prolong|extend)\w*|recurring|automatic\w*|by itself|on its own|itself|alone`,
    String.raw`silently|not .{0,12}renew\w*|don.?t .{0,12}renew|no (more )?renewal|charged? again|bill(ed)? again`,
    'next (term|period|charge|invoice|cycle|billing)|another (year|term)|second year|new term',
    String.raw`let it (lapse|expire|run out|end)|(turn|switch)\w* .{0,24}off|opt.?out|not .{0,12}(be )?(charged|billed|continue)`,
    String.raw`give notice|notice period|kündig\w*|terminat\w*`,
  ],
  renew: [String.raw`renew\w*|re.?subscribe\w*|erneuer\w*|renouvel\w*|renov\w*|odnow\w*`],
  grace: [
    String.raw`grace|still (work\w*|run\w*|monitor\w*|protect\w*|on|use|log|see)`,
    String.raw`keep\w* (working|running|monitoring|protecting|collecting|on)|shut\w* ?(off|down)?`,
    String.raw`go(es)? (dark|offline|down|off|blind)|stops? (working|monitoring|immediately|at once)|service stop|suspend\w*`,
    String.raw`disabl\w*|read.?only|blind|unprotected|offline|deactivat\w*|cut off|lock\w* out|switched off|pull the plug`,
    String.raw`turn\w* it off|interruption|downtime|halt\w*|go dead|dead`,
  ],
  retention: [
    String.raw`delet\w*|wip(e|ed|ing)|purg\w*|eras\w*|retain\w*|retention|stor(e|ed|age|ing)|kept|gone|los[et]|loss|recover\w*`,
    String.raw`restor\w*|export\w*|history|histor\w+|baselines?|data|gdpr|archiv\w*|inventory|destroyed|removed`,
  ],
  resize: [
    String.raw`upgrad\w*|downgrad\w*|upsiz\w*|downsiz\w*|bigger|larger|smaller|outgr\w+|exceed\w*`,
    String.raw`over (the|our|its) (limit|cap|size|licen\w+|number|count|tier)|too (small|big|large|many|few|much)|grew|grown`,
    String.raw`expanded|expansion|added|increase\w*|decreas\w*|shrink\w*|shrunk|reduc\w*|next size|size up|step up|jump|swap`,
    String.raw`exchange|change (the |our )?(size|licen\w+|tier)|switch (size|from (xs|s|m|l|xl)|to (xs|s|m|l|xl))|above (the|our)`,
    'more devices than|fewer|no longer fits?|doesn.?t fit|not enough|oversized|undersized|over.?licensed|under.?licensed',
    'znum (too many|over)|used up|full|maxed',
    'went (up|down|over|past)|came down|dropped|fell|rose|risen|climbed|crept|acquired|took over|new (hall|line|building|wing)|closed|shut down',
  ],
  own: [
    'we (have|own|hold|got|already|bought|use|run|are on|re on|sit on)|we.?ve (got)?|i have|i own',
    '(has|owns|got|holds) (a|an|the)|our (xs|s|m|l|xl)|already|currently|existing|current|today.?s',
    'have (a|an|the) (xs|s|m|l|xl)|sitting on|on (a|an) (xs|s|m|l|xl)|covers|licensed for',
    String.raw`our licen\w+|the licen\w+ we (have|own|hold|bought)|licen\w+ (says|reads|allows|covers|is for|holds)`,
  ],
  size: [String.raw`xs|s|m|l|xl|2xl|3xl|small|medium|large|sizes?|sizing|tiers?|categor\w+|größe\w*|taille|tamaño|talla`],
  number: ['znum|hundred|thousand|dozen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'],
  'count devices': [
    String.raw`znum (\w+ ){0,2}(devices?|devs?|assets?|machines?|endpoints?|plcs?|things|nodes|units|hosts|ips?|controllers|robots|pumps|sensors|hmis|geräte)`,
  ],
  which: [
    String.raw`which (size|licen\w+|one|ones|tier|sku|should|do|would|fits?)`,
    String.raw`what (size|licen\w+|do (we|i) (need|buy|order)|should (we|i)|would)|how many licen\w+|do (we|i|they) need|need(ed)?`,
    String.raw`recommend\w*|best (option|fit|size)|right (size|licen\w+|one)|cheapest|enough|sufficient|fits?|suffices?|suggest\w*`,
    String.raw`advise|combination|calculat\w*|work out|figure out|size (this|it|these|them|up|us|me)|order list|quantit\w+`,
  ],
  price: [
    String.raw`pric\w+|costs?|how much|quot\w+|discounts?|fees?|budget\w*|expensive|cheap\w*|usd|eur|list price|zmoney|preis\w*`,
    String.raw`prix|precio|cuesta|kostet?|kosten|cena|koszt\w*`,
  ],
  buy: [
    String.raw`buy\w*|purchas\w*|order\w*|procur\w*|acquir\w*|checkout|check out|subscribe\w*|get (a|the|our) licen\w+`,
    String.raw`kauf\w*|acheter|comprar|kupić|invoice|pay(ing|ment)?|credit card|purchase order|convert\w*`,
    'go (paid|live|full|commercial)|switch to (paid|the paid)',
  ],
  where: [
    String.raw`where|link|portal|admin cent(er|re)|marketplace|click\w*|button|page|url|form|menu|path|steps?`,
    'how (do|can|to|would|does)|website|wo|où|dónde',
  ],
  who: [
    String.raw`who|whose|which role|roles?|rights?|permissions?|allowed|permitted|authori[sz]\w*|entitled|privileg\w*|need to be`,
    'have to be|must (i|we|it|he|she) be|enough|access level|wer darf',
  ],
  admin: [
    String.raw`(global|billing|user|security|helpdesk|help desk|licen[cs]e|exchange|sharepoint|teams|tenant|compliance|application|service|groups?|intune|account|it)[ -]?admin\w*`,
    'admins?|administrators?|(global|security|billing|reports?) reader|reader|owners?|contributors?|operators?|colleague',
    'my boss|manager|partner|reseller',
  ],
  counts: [
    String.raw`counts?|counted|counting|considered|classed|classified|treated as|regarded|excluded?|exempt|qualif\w+|tallied`,
    String.raw`consume\w*|eat\w* up|use\w* up|takes? up|license per|zählt|zählen|compte\w*`,
  ],
  inventory: [
    'device inventory|inventory|number of devices|device (count|number|total)|count of devices|find out how many',
    'see how many|how many devices (do|we|are|i)|total',
  ],
  device: [
    'devices?|assets?|machines?|plcs?|endpoints?|nodes?|controllers?|robots?|pumps?|cameras?|switch(es)?|hosts?|printers?',
    'laptops?|phones?|servers?|vms?|hmis?|rtus?|scada|workstations?|routers?|firewalls?|tablets?|gateways?|meters?|drives?',
    String.raw`badge|scanners?|iot|ip address\w*|mac address\w*|vfds?|sensors?|geräte|appareils|dispositivos|urządzeń`,
  ],
  site: [
    String.raw`sites?|plants?|factor(y|ies)|locations?|hospitals?|mills?|warehouses?|depots?|stores?|campus\w*|halls?|terminals?`,
    String.raw`farms?|branch\w*|buildings?|facilit\w+|refiner\w+|brewer\w+|dair\w+|stations?|works|standort\w*|premises|yards?`,
    'substations?',
  ],
  term: [
    String.raw`how long|duration|terms?|validity|valid|years?|multi.?year|monthly|months?|length|period|co.?term\w*|annual\w*`,
    '(two|three|five|2|3|5|znum).?years?',
  ],
  bundle: [
    'e5|me5|a5|m365|o365|microsoft 365|bundles?|included|includes?|part of|comes with|covered by|ems|suite|add.?on',
    String.raw`separate\w*`,
  ],
  'per site': [
    'per (site|plant|location|factory)|each (site|plant|location|of)|every (site|plant|location)',
    '(two|both|three|several|multiple|other|different|znum) (sites?|plants?|locations?|buildings?|halls?|factories)',
    String.raw`shar(e|ed|ing)|stack\w*|combin\w*|split|merg\w*|pool\w*|together|single (site|licen\w+)|one licen\w+|across`,
    String.raw`transfer\w*|move .{0,20}licen\w+`,
  ],
  'over limit': [
    String.raw`more than znum|over znum|above znum|exceed\w* znum|beyond znum|znum limit|limit of znum|limit|cap(ped)?|maximum|max`,
  ],
  start: [
    String.raw`start\w*|begin\w*|begun|activat\w*|sign.?up|get (a|the|one|another)|request\w*|second (trial|one)`,
    'another (trial|one)|new trial|set up|launch',
  ],
  hardware: [
    'hardware|hw|appliances?|box(es)?|pre.?configured|pre.?installed|pre.?built|pre.?loaded|ready.?made|turn.?key|arrow',
    String.raw`e1800|l500|e500|l100|l60|c5600|rack\w*|din.?rail|physical|server|sensor (box|hardware|device|appliance|unit|machine)`,
    String.raw`part numbers?|ship\w*|deliver\w*|vendor|off the shelf|dell|hpe?|lenovo|ruggedi[sz]ed`,
  ],
  legacy: [
    'legacy|old (plan|model|billing|pricing|way|azure|contract|scheme|one)',
    String.raw`azure (plan|consumption|subscription|billing|invoice|bill|meter\w*|based)|acr|consumption\w*|pay.?as.?you.?go|payg`,
    String.raw`committed|commitment|per.?device|migrat\w*|mov(e|ing) (from|off|over|away|to the new)|transition\w*`,
    String.raw`switch\w* (from|over|away)|metered|classic|previous|retir\w+|azure portal|eol|discontinued`,
    String.raw`new (model|licen\w+ model|plan|scheme|way)`,
  ],
  government: [
    String.raw`gov\w*|gcc\w*|dod|military|federal|army|navy|fedramp|il[456]|defen[cs]e department|ministry|municipal\w*`,
    String.raw`public sector|us gov\w*|agency|air force|sovereign|state`,
  ],
  person: [
    String.raw`human|person|people|sales\w*|reps?|representatives?|account (manager|exec\w*|team)|someone|somebody|call\w*`,
    String.raw`callback|phone|talk|speak|contact\w*|reach|real|agent|specialist|hotline|e.?mail address|number|meeting|connect`,
    String.raw`escalat\w*|seller|expert|advisor`,
  ],
  remind: [
    String.raw`remind\w*|notif\w*|ping\w*|nudg\w*|warn\w*|let (me|us|them) know|tell (me|us)|heads.?up|don.?t let (me|us)|forget`,
    String.raw`calendar|alerts?|alarm|message (me|us)|wake|poke|bug me|shout|drop me|keep an eye|watch|follow|track\w*`,
    String.raw`monitor .{0,12}(date|licen|trial)|erinner\w*|rappel\w*|recordatorios?|recuérd\w*|przypom\w*|promemoria|lembr\w*`,
    'note down|put .{1,20}(down|list)|registered?|early warning',
  ],
  list: [
    String.raw`list|show|display|what .{0,20}(track\w*|remind\w*|watch\w*)|which (remind\w*|licen\w+|dates?|trials?|notif\w*)`,
    'do (i|we) have|have (i|we) (set|got)|overview|see|scheduled|upcoming|planned|on file|registered|active|pending',
    'everything|all (my|our|the)',
  ],
  stop: [
    String.raw`stop\w*|mute|unsubscrib\w*|delet\w*|remov\w*|cancel\w*|no more|no longer|silence|quiet`,
    String.raw`don.?t (remind|send|notify|warn|ping|bother)|enough|end (the|these|this|my|all)|forget|drop|clear|disable|untrack\w*`,
    'turn off|switch off|off',
  ],
  help: [
    String.raw`help|what can (you|i|this|it)|how (do|does|can) (you|this|it|i use)|capabilit\w*|features?|use you|commands?`,
    'what (do|are) you|instructions|how to use|get started|examples?|able to',
  ],
  greeting: [
    'hi+|hello|hey+|good (morning|day|afternoon|evening)|morning|hallo|moin|servus|bonjour|hola|ciao|namaste|yo|greetings',
    'howdy|salut|grüezi|cześć|olá|guten',
  ],
  thanks: [
    String.raw`thanks?|thx|thank(s| you)|cheers|appreciat\w*|merci|danke|gracias|obrigad[oa]|grazie|great|perfect|awesome|brilliant`,
    'super|good to know|helpful|nice|lovely|dank|dzięki|solved|that helps|lifesaver|legend',
  ],
  drop: [
    'never ?mind|nvm|forget (it|that|about)|start (over|again|afresh)|restart|reset|abort|scrap|leave it|drop (it|that)',
    'wrong (chat|window|question)|ignore (that|my|the last)|abbrechen|annuler|begin again|from scratch|quit|exit|discard',
    'not important|changed my mind|no need|undo',
  ],
  negation: ['not|no|don.?t|doesn.?t|didn.?t|won.?t|never|without|isn.?t|can.?t|cannot|nothing|neither|nor'],
  ask: ['zask'],
  date: [
    'zdate|today|tomorrow|yesterday|tmrw',
    '(next|last|this|in|by|end of|znum) (weeks?|months?|days?|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
    '(mon|tues|wednes|thurs|fri|satur|sun)day|days? left|weeks? left|fortnight',
  ],
  technical: [
    String.raw`errors?|fail\w*|crash\w*|offline|disconnect\w*|install\w*|firmware|update\w*|upgrade to version|versions?|api`,
    String.raw`integrat\w*|span|mirror\w*|pcap\w*|log ?in|password|certificate|cve\w*|vulnerabilit\w*|alerts?|false positive`,
    String.raw`detect\w*|malware|traffic|port|ports|config\w*|onboard\w*|syslog|siem|cpu|ssh|vpn|network|protocol|modbus|profinet`,
    String.raw`reboot\w*|bug|broken|patch\w*|rule|learning mode|agent|driver`,
  ],
  everyday: [
    'weather|lunch|dinner|coffee|pizza|joke|football|match|movie|film|song|music|recipe|holiday|vacation|leave|flight|hotel',
    'train|bus|taxi|car|bike|gym|dentist|doctor|birthday|wife|husband|kids?|dog|cat|milk|shopping|bank|rent|house|apartment',
    'school|game|player|president|capital|poem|story|translate|essay|write|meaning of life|love|married|stupid|idiot',
    'canteen|parking|salary|payslip|expense|laptop|printer|mouse|monitor|keyboard|badge|meeting room|desk|chair|visa',
    'passport|insurance|tax|loan|drone|fishing|hunting|driv(ing|er)|forklift|election|news|stock|bitcoin|lottery|horoscope',
    'ticket',
  ],
  injection: [
    'ignore (all|your|previous|the)|system prompt|instructions|pretend|you are now|dan|jailbreak|developer mode|override',
    'bypass|admin mode|secret|reveal|repeat after|act as|roleplay|password|api key|print (all|your)|approve',
    'mark (my|the|this)|acknowledge|sudo',
  ],
}

/**
 * The concepts that a message's words speak of.
 * @param text as `spaced` makes it
 */
export const conceptsIn = finderOf(concepts)
