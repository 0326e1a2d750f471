import type { LanguageCode } from '../language/languages.ts';

type Names = Readonly<Record<string, string>>;

/**
 * Towns and regions that are called otherwise in a language than in the list of towns, by their country and their name there. Those that
 * somebody who speaks it would hardly know by the other name; the rest stays as it is.
 */
const EXONYMS: Readonly<Record<Exclude<LanguageCode, 'en'>, Readonly<Record<string, Names>>>> = {
  de: {
    AT: {
      Vienna: 'Wien',
      Tyrol: 'Tirol',
      Styria: 'Steiermark',
      Carinthia: 'Kärnten',
      'Upper Austria': 'Oberösterreich',
      'Lower Austria': 'Niederösterreich',
    },
    BE: {
      Brussels: 'Brüssel',
      'Brussels Capital': 'Brüssel',
      Antwerp: 'Antwerpen',
      Brugge: 'Brügge',
      Liège: 'Lüttich',
      Wallonia: 'Wallonien',
      Flanders: 'Flandern',
    },
    CH: {
      Geneva: 'Genf',
      Lucerne: 'Luzern',
      Zurich: 'Zürich',
      Valais: 'Wallis',
      Vaud: 'Waadt',
      Ticino: 'Tessin',
      Grisons: 'Graubünden',
      Fribourg: 'Freiburg',
      Neuchâtel: 'Neuenburg',
      'Saint Gallen': 'St. Gallen',
      'Basel-City': 'Basel-Stadt',
    },
    CN: { Beijing: 'Peking' },
    CU: { Havana: 'Havanna' },
    CZ: { Prague: 'Prag', 'Karlovy Vary': 'Karlsbad', Brno: 'Brünn' },
    DE: {
      Munich: 'München',
      Nuremberg: 'Nürnberg',
      'State of Berlin': 'Berlin',
      Bavaria: 'Bayern',
      'Baden-Wurttemberg': 'Baden-Württemberg',
      Hesse: 'Hessen',
      'Lower Saxony': 'Niedersachsen',
      'North Rhine-Westphalia': 'Nordrhein-Westfalen',
      Saxony: 'Sachsen',
      'Saxony-Anhalt': 'Sachsen-Anhalt',
      Thuringia: 'Thüringen',
    },
    DK: { Copenhagen: 'Kopenhagen' },
    EG: { Cairo: 'Kairo' },
    ES: {
      'Balearic Islands': 'Balearen',
      'Canary Islands': 'Kanarische Inseln',
      Andalusia: 'Andalusien',
      Catalonia: 'Katalonien',
      'Basque Country': 'Baskenland',
    },
    FR: {
      Nice: 'Nizza',
      Strasbourg: 'Straßburg',
      Corsica: 'Korsika',
      Brittany: 'Bretagne',
      Normandy: 'Normandie',
    },
    GR: {
      Athens: 'Athen',
      Thessaloníki: 'Thessaloniki',
      Corfu: 'Korfu',
      Rhodes: 'Rhodos',
      Crete: 'Kreta',
      Attica: 'Attika',
      Peloponnese: 'Peloponnes',
    },
    HR: { Istria: 'Istrien' },
    IT: {
      Rome: 'Rom',
      Milan: 'Mailand',
      Venice: 'Venedig',
      Florence: 'Florenz',
      Naples: 'Neapel',
      Genoa: 'Genua',
      Bolzano: 'Bozen',
      Merano: 'Meran',
      Bressanone: 'Brixen',
      Trieste: 'Triest',
      Siracusa: 'Syrakus',
      Sicily: 'Sizilien',
      Sardinia: 'Sardinien',
      Tuscany: 'Toskana',
      Lombardy: 'Lombardei',
      Piedmont: 'Piemont',
      Lazio: 'Latium',
      Apulia: 'Apulien',
      Calabria: 'Kalabrien',
      Umbria: 'Umbrien',
      Liguria: 'Ligurien',
      Veneto: 'Venetien',
      Campania: 'Kampanien',
      'Trentino-Alto Adige': 'Trentino-Südtirol',
    },
    JP: { Tokyo: 'Tokio' },
    LU: { Luxembourg: 'Luxemburg' },
    MX: { 'Mexico City': 'Mexiko-Stadt' },
    NL: { 'The Hague': 'Den Haag' },
    PL: { Warsaw: 'Warschau', Kraków: 'Krakau', Gdańsk: 'Danzig', Wrocław: 'Breslau' },
    PT: { Lisbon: 'Lissabon', Azores: 'Azoren' },
    RO: { Bucharest: 'Bukarest' },
    RS: { Belgrade: 'Belgrad' },
    RU: { Moscow: 'Moskau', 'Saint Petersburg': 'Sankt Petersburg' },
    SE: { Gothenburg: 'Göteborg' },
    UA: { Kyiv: 'Kyjiw' },
    US: { 'New York City': 'New York', California: 'Kalifornien' },
    ZA: { 'Cape Town': 'Kapstadt' },
  },
};

/** What a town or a region is called in a language. @param country ISO 3166-1, two letters @param language as `de` */
export function nameIn(name: string, country: string, language: string): string {
  return (EXONYMS as Readonly<Record<string, Readonly<Record<string, Names>>>>)[language]?.[country]?.[name] ?? name;
}

const listed = Object.values(EXONYMS)
  .flatMap((countries) => Object.values(countries))
  .flatMap((names) => Object.entries(names));
/** Without regard to case and accents. */
const letters = new Intl.Collator('de', { sensitivity: 'base' });

/** As the list of towns has it what somebody calls so in any language. */
export function listedName(typed: string): string {
  return listed.find(([, own]) => letters.compare(own, typed) === 0)?.[0] ?? typed;
}
