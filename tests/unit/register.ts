import { RegisterFile } from '#lib/entities/entity.ts';
import { createRegister } from '#lib/entities/register.ts';

const files = [
  {
    facet: 'country',
    entries: [
      {
        id: 'russia',
        label: 'Russia',
        aliases: ['Росія'],
        demonyms: ['Russian', 'російський'],
        metonyms: ['Kremlin', 'Moscow'],
      },
      {
        id: 'ukraine',
        label: 'Ukraine',
        aliases: ['Україна'],
        demonyms: ['Ukrainian', 'український'],
        metonyms: ['Kyiv'],
      },
      { id: 'turkey', label: 'Turkey', aliases: ['Türkiye'], demonyms: ['Turkish'], metonyms: ['Ankara'], cased: true },
      {
        id: 'united-states',
        label: 'United States',
        aliases: ['US', 'U.S.'],
        demonyms: ['American'],
        metonyms: ['White House'],
      },
      { id: 'north-korea', label: 'North Korea', demonyms: ['North Korean'] },
    ],
  },
  {
    facet: 'actor',
    type: 'person',
    entries: [
      { id: 'vladimir-putin', label: 'Vladimir Putin', aliases: ['Putin', 'Путін', 'Путин'] },
      {
        id: 'volodymyr-zelensky',
        label: 'Volodymyr Zelensky',
        aliases: ['Zelensky', 'Zelenskyy', 'Zelenskiy', 'Зеленський'],
      },
    ],
  },
  {
    facet: 'actor',
    type: 'organisation',
    entries: [{ id: 'russian-ministry-of-defense', label: 'Russian Ministry of Defense', aliases: ['Russian MoD'] }],
  },
  {
    facet: 'region',
    type: 'division',
    entries: [
      { id: 'donetsk-oblast', label: 'Donetsk Oblast', aliases: ['Donetsk oblasts'], parent: 'ukraine' },
      {
        id: 'kursk-oblast',
        label: 'Kursk Oblast',
        aliases: ['Kursk region', 'Kursk oblasts', 'Курська область'],
        parent: 'russia',
      },
    ],
  },
  {
    facet: 'region',
    type: 'city',
    entries: [
      { id: 'donetsk', label: 'Donetsk', aliases: ['Донецьк'], parent: 'donetsk-oblast' },
      { id: 'velyka-novosilka', label: 'Velyka Novosilka', parent: 'donetsk-oblast' },
      { id: 'kursk', label: 'Kursk', parent: 'kursk-oblast' },
      { id: 'moscow', label: 'Moscow', parent: 'russia' },
      { id: 'kyiv', label: 'Kyiv', aliases: ['Київ', 'Києва'], parent: 'ukraine' },
    ],
  },
  {
    facet: 'topic',
    type: 'topic',
    entries: [
      { id: 'strikes', label: 'Strikes', phrases: { 'drone strike*': 3, 'missile*': 1, struck: 1 } },
      { id: 'diplomacy', label: 'Diplomacy', phrases: { summit: 2, talks: 2, 'peace plan': 2 } },
    ],
  },
];

/** A register small enough to be read beside a test. */
export const smallRegister = createRegister(files.map((file) => RegisterFile.parse(file)));
