const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** What a licence counts, in the singular: devices by any name. */
const DEVICES =
  set(`device pc pcs stk nbr dev dvc dvcs asset endpoint plc hmi rtu machine controller meter inverter camera cam thing box relay host node gadget robot
  scale scanner turbine ip sensor actuator drive ied pump valve equipment unit terminal-device printer switch gateway logger panel workstation
  appareil équipement gerät geräte geraete dispositivo equipo equipamento apparat enhet laite urządzenie urządzeń tag object element
  component kit nos row entry record pc computer instrument module-device client logger scada bms chiller fridge equipments things boxes ot iot
  laptop notebook server router firewall tablet dev's devs hw station-device end-point mri analyser analyzer crane conveyor chassis device/asset maschine apparaat apparaten enheter laitetta`)

/** Where devices are, in the singular. */
const PLACE_NOUNS =
  set(`site plant factory location facility depot mill farm station substation warehouse store shop branch hospital clinic campus
  building hall terminal port airport mine quarry refinery brewery dairy bakery smelter office lab laboratory datacenter datacentre dc hub
  yard dock dam school hotel museum works waterworks platform rig park outlet mall camp pit village tunnel annex tannery sawmill
  slaughterhouse whs wh whse centre center premise place winery vineyard greenhouse ship vessel terminus subsite plaza tower
  jetty quay berth reservoir distillery foundry forge workshop university college fab cleanroom sawmills sorting-centre post supermarket
  restaurant cinema stadium prison court station-house house barn ranch silo elevator-site cannery abattoir creamery cement-works
  steelworks steelwork shipyard windfarm solarpark parc usine werk standort standorte fabrik lager sede planta fábrica fabrica sitio
  zakład fabryka sites plants facilities cities city town region county estate compound field wing ward block cell-site stn substn
  wtp wwtp airfield heliport marina bldg usina fábrica kiln halle werkhalle shed hangar hydro-station bay dairy-farm garage ferry train metro line lines plantation kiosk pharmacy pharmacies branche filiale filialen`)

/** The everyday words for such a place, one and several of them, for patterns. */
export const PLACE = 'site|plant|factory|location|facility|depot|store|shop|branch|warehouse|office|campus|hospital|mill'
export const PLACES = 'sites|plants|factories|locations|facilities|depots|stores|shops|branches|warehouses|offices|campuses|hospitals|mills'

const IRREGULAR: Record<string, string> = {
  facilities: 'facility',
  factories: 'factory',
  refineries: 'refinery',
  breweries: 'brewery',
  dairies: 'dairy',
  bakeries: 'bakery',
  wineries: 'winery',
  tanneries: 'tannery',
  foundries: 'foundry',
  quarries: 'quarry',
  laboratories: 'laboratory',
  branches: 'branch',
  wharves: 'wharf',
  boxes: 'box',
  switches: 'switch',
  cities: 'city',
  "plc's": 'plc',
  distilleries: 'distillery',
  jetties: 'jetty',
  ferries: 'ferry',
  companies: 'company',
  universities: 'university',
  counties: 'county',
  premises: 'premise',
  abattoirs: 'abattoir',
  canneries: 'cannery',
  pharmacies: 'pharmacy',
  houses: 'house',
  warehouses: 'warehouse',
  bases: 'base',
  galleries: 'gallery',
  nurseries: 'nursery',
}

/** The singular of a plural that English makes with an s. */
export function singular(word: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined
  if (irregular) return irregular
  return word.length >= 3 && word.endsWith('s') && !word.endsWith('ss') && word !== 'works' ? word.slice(0, -1) : word
}

export const isPlural = (word: string): boolean => singular(word) !== word || word === 'premises' || word === 'works' || word === 'whs'

/** Whether a word is one of some in the singular, or their plural. */
const isIn =
  (words: ReadonlySet<string>) =>
  (word: string): boolean =>
    words.has(word) || words.has(singular(word))

export const isDeviceNoun = isIn(DEVICES)
/** Devices of any kind, in the singular: such a noun doesn't say of which. */
export const isAnyDevice = isIn(set('device asset endpoint thing box dev one element object component entry record row equipment'))

/** The sorts into which all devices fall. */
export const isSortWord = (word: string): boolean => /^(?:ot|it|iot|iiot|eiot|ics)$/u.test(word)

export const isPlaceNoun = isIn(PLACE_NOUNS)

/** Several places: "plants". */
export const isPlacesNoun = (word: string): boolean => isPlaceNoun(word) && isPlural(word)

/** Parts of a place, in the singular: of one site, where a building may be a site of its own. */
const ROOMS = set('line hall room wing bay floor section')
const BUILDINGS = set('building bldg block shed hangar')
const OTHER_PARTS = set('halle lab dock quay berth tower terminal ward field kiln silo yard unit tunnel one')
export const isRoom = isIn(ROOMS)
export const isBuilding = isIn(BUILDINGS)
/** Whether several of them may all be of one site. */
export const isPart = isIn(new Set([...ROOMS, ...BUILDINGS, ...OTHER_PARTS]))
export const isFloor = isIn(set('floor storey story level'))

/** What stands between a number of places and the count that each of them has: "20 sites of 80", "5 sites x 120", "3 plants at about 1,100". */
export const isHolding = (word: string): boolean => HOLDING.has(word)
const HOLDING = set(
  'of à á zu com mit avec con x × * @ at with w having have has holding containing carry carries carrying contain contains host hosts averaging running around about roughly a / - approx ~ each ca only just some all both them these devices :',
)

/** What people count that is neither: a number before it is no device count. */
export const isOtherNoun = isIn(
  set(`people person employee staff user seat shift day week month year hour minute min km mile m m2 sqm acre hectare mw kw gb mb tb volt kv
  percent % licence license lic subscription sku question colleague engineer admin tenant customer client euro dollar bucks pound usd eur
  times time tier size floor ticket order invoice po quote line-item step option account contract patient bed ton tonne litre mb/s o'clock h
  am pm i/o channel port-number vlan subnet network building-block module interface nic product service cal virtual vm core cpu
  worker operator headcount visitor passenger truck car vehicle quarter weeks trial extension day- round meters-squared foot feet ft page
  column cell sheet version release phase phone ext extension seconds sec million millions slot trainee nurse doctor student pupil
  guy folk owner manager partner supplier vendor director country countries state continent province`),
)

/** Cities and such have one of these before or after; on their own they are no names. */
export const isDirection = (word: string): boolean => DIRECTIONS.has(word)
const DIRECTIONS = set(
  'nord süd sued ost sur norte sud est north south east west northern southern eastern western main old new upper lower central first second third big small head mid middle other',
)

/** The label of a row that adds up the others. */
export const TOTAL =
  /^(?:sum of |all (?:the )?)(?:sites|stores|plants|locations|depots|branches|stations|facilities|devices|assets|endpoints)$|^(?:grand |sub[- ]?|over|running |final )?(?:totals?|sum|合計|小計|合计|小计|总计|итого|всего|celkem|összesen|toplam|zusammen|summa|yhteensa|suma total|summe|(?:zwischen|teil|end)summe|gesamt\w*|insgesamt|(?:sous|sub)-?tota(?:l|ux)|totaal|subtotaal|totale|totaux|overall|all|all together|together|altogether|everything|somme|suma|soma|razem|yhteensä|i alt|totalt|combined|sum total|in total|∑|σ)(?: (?:devices?|sites?|of|all|count|ot|it|iot|sum|number|assets|endpoints|for|general|générale?|geral|général)){0,4}(?: ?\([^)]{0,40}\))? ?[:=]?$/iu
/** A label that may be that of such a row: "Total North", "Germany Total". */
export const MAYBE_TOTAL =
  /^(?:grand |sub[- ]?)?(?:totals?|sum|summe)\b|\b(?:sub[- ]?)?(?:totals?|summe|gesamt)(?: \([^)]{0,40}\))?[:=]?$/iu

/** "Best", "Kind regards": what ends a message, and the name below is no site's. */
export const CLOSING = 'best|kind|warm|many|yours|br|rgds|regards|cheers|thx|thanks|ty|ta|sincerely|greetings|ciao|bye|sent|please|pls'
