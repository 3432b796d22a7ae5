import places from './places.json' with { type: 'json' };
import type { Name, Placed, Region, RegionSheets, Sheet } from './sheet.ts';
import { stepOf, stepsTo } from './steps.ts';

/** The size of a sheet, in pixels at its full width. */
export const SHEET = { width: 288, height: 192 };

type Frame = [x: number, y: number, width: number];
type Place = [x: number, y: number, size: number];

const oblasts: Record<string, number[]> = places.oblasts;
const countries: Record<string, number[]> = places.countries;
const frames = Object.entries(places.frames as unknown as Record<string, Frame>).sort(
  ([, [, , one]], [, [, , other]]) => one - other,
);

const UKRAINE = places.ukraine as Frame;

/** How much of the results a part of the world must hold to stand for all: a map of everything shows little. */
const ENOUGH = 0.75;
/** In pixels: a letter of a name and its line, how far over a dot its name stands, and the least outline that is seen. */
const LETTER = 5.5;
const LINE = 11;
const OVER_DOT = 10;
const LEAST_OUTLINE = 7;

/** Is it a country, or an oblast of Ukraine, that the map knows? */
export function isOnMap(id: string): boolean {
  return Object.hasOwn(oblasts, id) || Object.hasOwn(countries, id);
}

function total(regions: Region[]): number {
  return regions.reduce((sum, { count }) => sum + count, 0);
}

/** Where a place is on a sheet, in pixels; null outside of it. */
function onSheet([left, top, width]: Frame, [x, y]: Place): { x: number; y: number } | null {
  const scale = SHEET.width / width;
  const at = { x: Math.round((x - left) * scale), y: Math.round((y - top) * scale) };
  return at.x >= 0 && at.x <= SHEET.width && at.y >= 0 && at.y <= SHEET.height ? at : null;
}

type Found = Omit<Placed, 'name'>;

function placed(regions: Region[], table: Record<string, number[]>, frame: Frame, steps: number[]): Found[] {
  const scale = SHEET.width / frame[2];
  return regions.flatMap(({ id, label, count }) => {
    const place = table[id] as Place | undefined;
    const at = place && onSheet(frame, place);
    return at ? [{ id, label, count, step: stepOf(count, steps), ...at, dot: place[2] * scale < LEAST_OUTLINE }] : [];
  });
}

/** Names where they meet no other: those of the regions with the most results come first. */
function namesOf(all: Found[]): Map<string, Name> {
  const names = new Map<string, Name>();
  for (const { id, label, x, y, dot } of all.toSorted((one, other) => other.count - one.count)) {
    const text = label.replace(/ Oblast$/, '');
    const half = (text.length * LETTER) / 2;
    const name = { text, x: Math.round(Math.min(Math.max(x, half), SHEET.width - half)), y: dot ? y - OVER_DOT : y };
    const meets = [...names.values()].some(
      (other) =>
        other.text === text ||
        (Math.abs(other.y - name.y) < LINE && Math.abs(other.x - name.x) < half + (other.text.length * LETTER) / 2),
    );
    if (!meets && name.y > LINE / 2) names.set(id, name);
  }
  return names;
}

/** The smallest part of the world that holds most of the results. */
export function frameFor(regions: Region[]): [name: string, frame: Frame] {
  const inside = (frame: Frame) => regions.filter(({ id }) => onSheet(frame, countries[id] as Place));
  const found = frames.find(([, frame]) => total(inside(frame)) >= ENOUGH * total(regions));
  return found ?? (frames.at(-1) as [string, Frame]);
}

/** Two sheets, of Ukraine and of as much of the world as holds most of the results; other regions than oblasts and countries are left out. */
export function sheetsOf(regions: Region[]): RegionSheets {
  const named = regions.filter(({ count }) => count > 0);
  const inUkraine = named.filter(({ id }) => Object.hasOwn(oblasts, id));
  const abroad = named.filter(({ id }) => Object.hasOwn(countries, id)).sort((one, other) => other.count - one.count);
  const all = [...inUkraine, ...abroad];
  const steps = all.length > 0 ? stepsTo(Math.max(...all.map(({ count }) => count))) : [];
  const [title, frame] = frameFor(abroad);
  const onWorld = placed(abroad, countries, frame, steps);
  const ukraineFirst = abroad[0]?.id === 'ukraine' && inUkraine.length > 0;
  const ukraine = sheet(
    'oblasts',
    'Ukraine by oblast',
    UKRAINE,
    placed(inUkraine, oblasts, UKRAINE, steps),
    ukraineFirst,
  );
  const world = sheet('countries', title, frame, onWorld, !ukraineFirst);
  return {
    steps,
    sheets: ukraineFirst ? [ukraine, world] : [world, ukraine],
    elsewhere: abroad
      .filter(({ id }) => !onWorld.some((place) => place.id === id))
      .map(({ id, label, count }) => ({ id, label, count })),
  };
}

/** `large`: has it room for names? */
function sheet(ground: Sheet['ground'], title: string, [left, top, width]: Frame, all: Found[], large: boolean): Sheet {
  const scale = Number((SHEET.width / width).toFixed(4));
  const names = large ? namesOf(all) : new Map<string, Name>();
  return {
    ...{
      ground,
      title,
      box: `0 0 ${SHEET.width} ${SHEET.height}`,
      transform: `scale(${scale}) translate(${-left} ${-top})`,
    },
    // In an order that a choice does not change, so that the focus stays where it is.
    places: all
      .map((place) => ({ ...place, name: names.get(place.id) ?? null }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  };
}
