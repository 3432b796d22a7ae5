import { describe, expect, it } from 'vitest';
import { createTagger } from '#indexer/tagging/tagger.ts';
import { loadRegister } from '#lib/entities/load.ts';

const tag = createTagger(loadRegister());
const regionsOf = (text: string) =>
  tag(text)
    .regions.map(({ id }) => id)
    .sort();

describe('a name of a city and of the division around it', () => {
  it.each([
    ['Kherson was shelled overnight.', ['kherson']],
    ['Shells fell on the Kherson region.', ['kherson-oblast']],
    ['Shells fell on Kherson Oblast.', ['kherson-oblast']],
    ['The Pokrovsk direction saw the most assaults.', ['pokrovsk']],
    ['Troops held the Lyman direction.', ['lyman']],
    ['A convoy left Kandahar at dawn.', ['kandahar']],
    ['A convoy crossed Kandahar province.', ['kandahar-province']],
    ['Gunmen rode through Kayes.', ['kayes']],
    ['Gunmen rode through the Kayes region.', ['kayes-region']],
    ['Shops in Idlib stayed shut.', ['idlib']],
    ['Shops across Idlib governorate stayed shut.', ['idlib-province']],
    ['Farmers left Kassala State.', ['kassala-state']],
    ['A depot burned in Homs.', ['homs']],
  ])('%s', (text, expected) => {
    expect(regionsOf(text)).toEqual(expected);
  });
});

describe('a name of several places', () => {
  it.each([
    // What is known best, where nothing speaks for another.
    ['Ministers met in Paris.', ['paris']],
    ['Ministers met in Tripoli.', ['tripoli']],
    // What it is said to lie in.
    ['A mill burned in Paris, Texas.', ['paris-texas']],
    ['A mill burned in Springfield, Ill.', ['springfield-illinois']],
    ['A mill burned in Athens, Ga., last week.', ['athens-georgia-united-states']],
    ['A mill burned in Lebanon, Ohio.', ['lebanon-ohio']],
    ['The plant is in Moscow, Idaho.', ['moscow-idaho']],
    ['The plant is in London, Ontario.', ['london-ontario']],
    ['The plant is in Birmingham, Alabama.', ['birmingham-alabama']],
    ['A mill burned in Columbus, OH.', ['columbus']],
    // A village of many oblasts, by the oblast.
    ['Assaults failed near Petrivka in Kharkiv Oblast.', ['petrivka-kharkiv-oblast']],
    ['Assaults failed near Lyman, Kharkiv Oblast.', ['lyman-kharkiv-oblast']],
    // … by its neighbours.
    [
      'Drones struck Seattle, Tacoma and Vancouver in Washington State.',
      ['seattle', 'tacoma', 'vancouver-washington-state'],
    ],
    // A country and the state of another.
    ['Georgia and Armenia reopened the crossing at Sadakhlo, north of Tbilisi.', ['tbilisi']],
    ['Voters in Georgia and in Atlanta itself stayed at home.', ['atlanta']],
    ['The pipeline runs through Georgia.', ['georgia']],
    ['Refugees fled from Mali into Niger.', ['mali', 'niger']],
    ['Bandits raided villages in Niger State, Nigeria.', ['niger-state']],
  ])('%s', (text, expected) => {
    expect(regionsOf(text)).toEqual(expected);
  });

  it('is no place where nothing tells which', () => {
    expect(regionsOf('Troops fought near Tarasivka Druha.')).toEqual([]);
    expect(regionsOf('The mayor of Springfield spoke.')).toEqual([]);
    expect(regionsOf('The line ran past Greenville.')).toEqual([]);
  });

  it('says with the tag what it was said to lie in', () => {
    expect(tag('A mill burned in Paris, Texas.').regions[0]).toMatchObject({
      alias: 'Paris, Texas',
      spans: [[17, 29]],
    });
    expect(tag('It stands in Peoria, Ill., on a hill.').regions[0]).toMatchObject({ alias: 'Peoria, Ill.' });
  });
});

describe('wars the world over', () => {
  it.each([
    ['Fighters shelled El Fasher, the capital of North Darfur.', ['el-fasher']],
    ['Clashes broke out in Omdurman and Port Sudan.', ['omdurman', 'port-sudan']],
    ['Strikes hit Khan Younis and Rafah in the Gaza Strip.', ['khan-younis', 'rafah']],
    ['A raid in Jenin went on for two days.', ['jenin']],
    ['Missiles flew from Hodeidah over the Red Sea.', ['hudaydah', 'red-sea']],
    ['Fighting neared Marib.', ['marib']],
    ['The garrison of Sittwe in Rakhine State held out.', ['sittwe']],
    ['Shells landed in Myawaddy.', ['myawaddy']],
    ['Lashio fell to the rebels.', ['lashio']],
    ['The column left Gao for Kidal.', ['gao', 'kidal']],
    ['Djibo has been under siege for three years.', ['djibo']],
    ['Gunmen burned trucks in Tillabéri.', ['tillaberi']],
    ['Aircraft crossed the Taiwan Strait near Kinmen.', ['kinmen', 'taiwan-strait']],
    ['Stepanakert emptied within days.', ['stepanakert']],
    ['Shots were fired at Goris in Syunik.', ['goris']],
    ['A bomb went off in Srinagar.', ['srinagar']],
    ['Shots crossed the Line of Control near Poonch.', ['line-of-control', 'poonch']],
    ['The bridge in Mitrovica was closed.', ['mitrovica']],
    ['Rebels entered Goma and then Bukavu.', ['bukavu', 'goma']],
    ['Militiamen burned homes in Ituri.', ['ituri']],
    ['Maiduguri was shelled from Borno State.', ['maiduguri']],
    ['A blast shook Mogadishu.', ['mogadishu']],
    ['Shelling resumed in Mekelle.', ['mekelle']],
    ['Cabo Delgado saw new raids around Macomia.', ['macomia']],
    ['A patrol was ambushed in Andar district, Ghazni province.', ['andar']],
    ['A patrol was ambushed in Tagab district, Kapisa province.', ['tagab']],
    ['A market in Peshawar was bombed.', ['peshawar']],
    ['Gangs hold most of Port-au-Prince.', ['port-au-prince']],
  ])('%s', (text, expected) => {
    expect(regionsOf(text)).toEqual(expected);
  });
});

describe('names old and new, in either alphabet', () => {
  it.each([
    ['Shells hit Artemivsk.', ['bakhmut']],
    ['Shells hit Артемовск.', ['bakhmut']],
    ['Trains to Kharkov were late.', ['kharkiv']],
    ['Trains to Zaporozhye were late.', ['zaporizhzhia']],
    ['Trains to Lvov were late.', ['lviv']],
    ['Trains to Izium were late.', ['izyum']],
    ['Обстріляли Куп’янськ.', ['kupyansk']],
    ['Бої тривають у Костянтинівці.', ['kostyantynivka']],
    ['Взрывы прогремели в Севастополе.', ['sevastopol']],
    ['Бої точаться на Сумщині.', ['sumy-oblast']],
  ])('%s', (text, expected) => {
    expect(regionsOf(text)).toEqual(expected);
  });
});
