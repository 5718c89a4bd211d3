/** Time zones of the press by country code; of countries with several, the one in which most of it is written. */
const ZONE_OF_COUNTRY = new Map(
  `de Europe/Berlin · at Europe/Vienna · ch Europe/Zurich · li Europe/Zurich · fr Europe/Paris · be Europe/Brussels
  nl Europe/Amsterdam · lu Europe/Luxembourg · it Europe/Rome · es Europe/Madrid · pt Europe/Lisbon · dk Europe/Copenhagen
  se Europe/Stockholm · no Europe/Oslo · fi Europe/Helsinki · pl Europe/Warsaw · cz Europe/Prague · sk Europe/Bratislava
  hu Europe/Budapest · si Europe/Ljubljana · hr Europe/Zagreb · rs Europe/Belgrade · ro Europe/Bucharest · bg Europe/Sofia
  gr Europe/Athens · tr Europe/Istanbul · ua Europe/Kyiv · ru Europe/Moscow · ee Europe/Tallinn · lv Europe/Riga
  lt Europe/Vilnius · gb Europe/London · uk Europe/London · ie Europe/Dublin · is Atlantic/Reykjavik · il Asia/Jerusalem
  cn Asia/Shanghai · tw Asia/Taipei · hk Asia/Hong_Kong · mo Asia/Macau · sg Asia/Singapore · my Asia/Kuala_Lumpur
  jp Asia/Tokyo · kr Asia/Seoul · in Asia/Kolkata · pk Asia/Karachi · th Asia/Bangkok · vn Asia/Ho_Chi_Minh
  id Asia/Jakarta · ph Asia/Manila · ar America/Argentina/Buenos_Aires · br America/Sao_Paulo · cl America/Santiago
  mx America/Mexico_City · pe America/Lima · bo America/La_Paz · co America/Bogota · ec America/Guayaquil
  py America/Asuncion · uy America/Montevideo · ve America/Caracas · cr America/Costa_Rica · gt America/Guatemala · za Africa/Johannesburg · ke Africa/Nairobi · ng Africa/Lagos
  au Australia/Sydney · nz Pacific/Auckland`
    .split(/\s*·\s*|\n\s*/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

/** The country in which a language is mostly written; languages of many zones have none. */
const COUNTRY_OF_LANGUAGE = new Map(
  `de de · fr fr · it it · nl nl · da dk · sv se · nb no · nn no · no no · fi fi · pl pl · cs cz · sk sk · hu hu · sl si · hr hr
  sr rs · ro ro · bg bg · el gr · tr tr · uk ua · ru ru · et ee · lv lv · lt lt · is is · he il · zh cn · ja jp · ko kr · hi in
  th th · vi vn · id id · ca es · eu es · gl es`
    .split(/\s*·\s*|\n\s*/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

/** Systems state these when nobody told them where they are. */
const UNTRUSTED = new Set(['us', 'gb']);

/**
 * The country whose time and order of dates a page keeps: the one that its language names, that its address names, or
 * that its language suggests. Lower case; null when nothing tells.
 *
 * @param lang BCP 47 tag
 * @example countryOf('de', 'example.com') // 'de'
 */
export function countryOf(lang: string, host: string | null): string | null {
  const [language = '', ...rest] = lang.toLowerCase().split('-');
  const region = rest.find((part) => part.length === 2) ?? null;
  const top = host?.split('.').at(-1)?.toLowerCase() ?? '';
  const byAddress = ZONE_OF_COUNTRY.has(top) && !isGeneric(top) ? top : null;
  if (region !== null && !UNTRUSTED.has(region)) return region;
  return byAddress ?? region ?? COUNTRY_OF_LANGUAGE.get(language) ?? null;
}

/** The IANA zone of a country's press, or null. */
export const zoneOfCountry = (country: string | null): string | null =>
  country === null ? null : (ZONE_OF_COUNTRY.get(country) ?? null);

/** Country codes that sites all over the world use for their sound. */
const isGeneric = (top: string): boolean => top === 'is' || top === 'in' || top === 'li' || top === 'id';
