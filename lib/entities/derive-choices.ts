/** What is chosen of GeoNames for the register, and what is called otherwise there. */

/** Least population of what is listed, by country; a seat of a first-level division is listed whatever its size. */
export const LEAST: Record<string, number> = {
  ...Object.fromEntries(
    'AF BF BI CD CF ER ET IQ LB LY ML MM MR MZ NE PS RW SD SO SS SY TD XK YE'.split(' ').map((code) => [code, 1000]),
  ),
  ...{ AM: 4e3, AZ: 4e3, GE: 4e3, MD: 4e3, IL: 4e3, JO: 8e3, TW: 8e3, KP: 2e4, HT: 1e4, SA: 3e4 },
  ...{ AL: 15e3, BA: 8e3, BY: 8e3, EE: 8e3, HR: 2e4, LT: 1e4, LV: 1e4, ME: 8e3, MK: 1e4, RS: 1e4, CY: 1e4, FI: 3e4 },
  ...{ EG: 3e4, IR: 2e4, NG: 4e4, PK: 4e4, RU: 3e4, TR: 3e4, VE: 5e4, CO: 5e4, KZ: 3e4, PL: 3e4, RO: 5e4, IN: 15e4 },
  ...{ CN: 2e5, JP: 2e5, BR: 2e5, MX: 15e4, ID: 15e4, PH: 15e4 },
  ...{ UA: 2e4, US: 15e3, CA: 15e3, GB: 2e4, IE: 5e3, AU: 5e4, NZ: 3e4 },
};
export const ELSEWHERE = 1e5;
/** Divisions at a front, or in dispute, whose small towns are in the news as well. */
export const FRONT: Record<string, number> = {
  'RU.09': 2e3,
  'RU.41': 2e3,
  'RU.10': 5e3,
  'RU.61': 1e4,
  'IN.12': 2e3,
  'IN.JK': 2e3,
};

/** Countries whose second-level divisions are listed: reports of wars there name them. */
export const DISTRICTS = new Set(['AF', 'SY', 'IQ', 'ML', 'BF', 'NE']);

/** Countries whose divisions are never called by the bare name of their city: "Vladimir" is no oblast. */
export const NAMED_FOR_CITY = new Set(['BY', 'RU', 'UA']);

/** What GeoNames calls otherwise than the curated files do; a city that is its own division is no entry more. */
export const SAME: Record<string, string> = {
  'AF.09': 'ghor-province',
  'AF.36': 'paktiya-province',
  'BY.02': 'gomel-oblast',
  'BY.04': 'minsk',
  'BY.03': 'grodno-oblast',
  'CN.22': 'beijing',
  'CN.23': 'shanghai',
  'LB.04': 'beirut',
  'LB.06': 'south-lebanon-governorate',
  'RU.03': 'altai-republic',
  'RU.04': 'altai-krai',
  'RU.27': 'karachay-cherkessia',
  'RU.29': 'kemerovo-oblast',
  'RU.32': 'khanty-mansi-autonomous-okrug',
  'RU.48': 'moscow',
  'RU.50': 'nenets-autonomous-okrug',
  'RU.66': 'saint-petersburg',
  'RU.93': 'zabaykalsky-krai',
  'SD.39': 'gedaref',
  'UA.12': 'kyiv',
  'UA.20': 'sevastopol',
  'US.DC': 'washington-dc',
  'YE.04': 'hadramawt-governorate',
  'YE.19': 'amran-governorate',
  'YE.26': 'sanaa',
  'YE.28': 'socotra',
};

/** How a division is called that bears the name of its city, by country. */
const UNITS: [unit: string, codes: string][] = [
  ['Region', 'BF CI CL CM DZ ET GH GN IT MA ML MR NA NE PE PH SL SN TD TG TZ UG UZ'],
  ['State', 'AU BR DE ER IN MM MX MY NG SD SS US VE'],
  ['Department', 'BJ BO CO FR GT HN HT NI PY SV UY'],
  ['Governorate', 'BH EG JO KW LB OM PS TN YE'],
  ['County', 'EE HR HU IE IR KE LR LT NO RO SE'],
  ['Oblast', 'BG BY KG KZ RU UA'],
  ['District', 'AZ BD CY IL LB LY MD MT PT RS UG'],
];
export const units = new Map(UNITS.flatMap(([unit, codes]) => codes.split(' ').map((code) => [code, unit] as const)));
