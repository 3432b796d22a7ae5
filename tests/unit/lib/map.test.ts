import { readFileSync } from 'node:fs';
import { geoNaturalEarth1 } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRegister } from '#lib/entities/load.ts';
import { frameFor, SHEET, sheetsOf } from '#lib/map/map.ts';
import places from '#lib/map/places.json' with { type: 'json' };
import { stepOf, stepsTo } from '#lib/map/steps.ts';

const register = loadRegister();
const regions = register.all('region');
const svg = readFileSync('lib/map/map.svg', 'utf8');
const [oblastPaths = '', countryPaths = ''] = svg.split('<g id="countries">');

type Ring = [number, number][];

/** The rings of an outline, from the data of its path: whole numbers, each point told from the one before. */
function ringsOf(paths: string, id: string): Ring[] {
  const data = new RegExp(`id="${id}" [^>]* d="([^"]*)"`).exec(paths)?.[1] ?? '';
  return data.split('z').flatMap((part) => {
    const numbers = (part.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = [0, 0];
    const ring = Array.from({ length: numbers.length / 2 }, (_, index): [number, number] => {
      x += numbers[2 * index] ?? 0;
      y += numbers[2 * index + 1] ?? 0;
      return [x, y];
    });
    return ring.length > 0 ? [ring] : [];
  });
}

function isIn(rings: Ring[], [x, y]: [number, number]): boolean {
  const crossings = rings.flatMap((ring) =>
    ring.filter(([ax, ay], index) => {
      const [bx, by] = ring.at(index - 1) ?? [ax, ay];
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    }),
  );
  return crossings.length % 2 === 1;
}

const SIMFEROPOL: [number, number] = [34.1, 44.95];
const KERCH: [number, number] = [36.3, 45.3];
const MOSCOW: [number, number] = [37.6, 55.75];
const HARGEISA: [number, number] = [44.06, 9.56];

/** Of Ukraine's ground, from public figures of the oblasts' areas in km², by 603 600. */
const SHARES = {
  'odesa-oblast': 0.0552,
  'kharkiv-oblast': 0.052,
  crimea: 0.0447,
  'chernivtsi-oblast': 0.0134,
  'donetsk-oblast': 0.0439,
};

const region = (id: string, count = 1) => ({ id, label: register.get('region', id)?.label ?? id, count });

describe('the places of the map', () => {
  it('are regions of the register, by its ids', () => {
    const known = (ids: string[], type: string[]) =>
      ids.filter((id) => !type.includes(register.get('region', id)?.type ?? ''));
    expect(known(Object.keys(places.countries), ['country'])).toEqual([]);
    expect(known(Object.keys(places.oblasts), ['division', 'city'])).toEqual([]);
    const drawn = [...svg.matchAll(/<path id="([^"]+)"/g)].map(([, id = '']) => id);
    expect(drawn.filter((id) => !(id in places.countries) && !(id in places.oblasts))).toEqual([]);
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it('are every oblast, Kyiv, and every country but small territories overseas', () => {
    const oblasts = regions.filter(({ type, parent }) => type === 'division' && parent === 'ukraine');
    expect(Object.keys(places.oblasts)).toEqual(expect.arrayContaining(['kyiv', ...oblasts.map(({ id }) => id)]));
    const missing = regions.filter(({ id, type }) => type === 'country' && !(id in places.countries));
    expect(missing.map(({ id }) => id).sort()).toEqual([
      'antarctica',
      'bouvet-island',
      'caribbean-netherlands',
      'christmas-island',
      'cocos-keeling-islands',
      'french-guiana',
      'gibraltar',
      'guadeloupe',
      'martinique',
      'mayotte',
      'reunion',
      'svalbard-and-jan-mayen',
      'tokelau',
      'tuvalu',
      'united-states-minor-outlying-islands',
    ]);
  });

  it('lie in their own outlines', () => {
    const astray = (table: Record<string, number[]>, paths: string) =>
      Object.entries(table).filter(([id, [x = 0, y = 0, size = 0]]) => size > 15 && !isIn(ringsOf(paths, id), [x, y]));
    expect(astray(places.oblasts, oblastPaths).map(([id]) => id)).toEqual([]);
    expect(astray(places.countries, countryPaths).map(([id]) => id)).toEqual([]);
  });

  it('have Crimea in Ukraine, and what is recognised as one country in one', () => {
    const world = geoNaturalEarth1().rotate([-11, 0]).fitSize([3600, 2400], { type: 'Sphere' });
    const holds = (id: string, place: [number, number]) => isIn(ringsOf(countryPaths, id), world(place) ?? [0, 0]);
    for (const crimean of [SIMFEROPOL, KERCH]) {
      expect(holds('ukraine', crimean)).toBe(true);
      expect(holds('russia', crimean)).toBe(false);
    }
    expect(holds('russia', MOSCOW)).toBe(true);
    expect(holds('somalia', HARGEISA)).toBe(true);
  });

  it('have no oblast that is not about as large as it is', () => {
    const areas = Object.fromEntries(Object.entries(places.oblasts).map(([id, [, , side = 0]]) => [id, side ** 2]));
    const whole = Object.values(areas).reduce((sum, area) => sum + area, 0);
    for (const [id, share] of Object.entries(SHARES))
      expect(Math.abs((areas[id] ?? 0) / whole / share - 1), id).toBeLessThan(0.25);
  });
});

describe('the steps', () => {
  it('begin at one and rise, four at most, and the largest count is on the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (most) => {
        const steps = stepsTo(most);
        expect(steps[0]).toBe(1);
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
        expect(steps.length).toBeLessThanOrEqual(4);
        expect(stepOf(most, steps)).toBe(steps.length);
        expect(stepOf(0, steps)).toBe(0);
      }),
    );
  });
});

describe('the part of the world', () => {
  it.each([
    [['ukraine', 'russia', 'poland'], 'Europe'],
    [['syria', 'iraq', 'yemen'], 'The Middle East'],
    [['ukraine', 'saudi-arabia', 'yemen', 'germany'], 'Europe and the Middle East'],
    [['sudan', 'mali', 'kenya', 'south-africa'], 'Africa'],
    [['china', 'japan', 'australia'], 'Asia and the Pacific'],
    [['haiti', 'mexico', 'argentina'], 'The Americas'],
    [['haiti', 'ukraine', 'brazil', 'japan'], 'The world'],
  ])('of %j is %s', (ids, name) => {
    expect(frameFor(ids.map((id) => region(id)))[0]).toBe(name);
  });

  it('holds three quarters of the results, and the rest is told of', () => {
    const { sheets, elsewhere } = sheetsOf([region('ukraine', 90), region('germany', 30), region('japan', 20)]);
    expect(sheets.map(({ title }) => title)).toEqual(['Europe', 'Ukraine by oblast']);
    expect(elsewhere).toEqual([{ id: 'japan', label: 'Japan', count: 20 }]);
  });
});

describe('the sheets', () => {
  const some = fc
    .subarray([...Object.keys(places.oblasts), ...Object.keys(places.countries), 'kursk-oblast', 'odesa', 'black-sea'])
    .chain((ids) =>
      fc
        .array(fc.integer({ min: 0, max: 5000 }), { minLength: ids.length, maxLength: ids.length })
        .map((counts) => ids.map((id, index) => region(id, counts[index] ?? 0))),
    );

  it('show each country and oblast that has results once, or tell of it', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { sheets, elsewhere } = sheetsOf(given);
        const shown = [...sheets.flatMap((sheet) => sheet.places), ...elsewhere].map(
          ({ id, count }) => `${id} ${count}`,
        );
        const onMap = given.filter(({ id, count }) => count > 0 && (id in places.oblasts || id in places.countries));
        expect(shown.sort()).toEqual(onMap.map(({ id, count }) => `${id} ${count}`).sort());
      }),
    );
  });

  it('have their places and names inside, and no name over another', () => {
    fc.assert(
      fc.property(some, (given) => {
        for (const { places: all } of sheetsOf(given).sheets) {
          for (const { x, y } of all) expect(x >= 0 && y >= 0 && x <= SHEET.width && y <= SHEET.height).toBe(true);
          const names = all.flatMap(({ name }) => name ?? []);
          expect(new Set(names.map(({ x, y }) => `${x} ${y}`)).size).toBe(names.length);
          expect(new Set(names.map(({ text }) => text)).size).toBe(names.length);
        }
      }),
    );
  });

  it('begin with Ukraine where most is there', () => {
    const first = (...given: ReturnType<typeof region>[]) => sheetsOf(given).sheets[0]?.ground;
    expect(first(region('ukraine', 9), region('kharkiv-oblast', 3), region('russia', 8))).toBe('oblasts');
    expect(first(region('ukraine', 7), region('kharkiv-oblast', 3), region('russia', 8))).toBe('countries');
    expect(first(region('ukraine', 9))).toBe('countries');
    expect(first()).toBe('countries');
  });
});
