/** A region that is named in the results. */
export interface Region {
  id: string;
  label: string;
  count: number;
}

/** A word on a sheet, by its middle. */
export interface Name {
  text: string;
  x: number;
  y: number;
}

/** A region where it is on a sheet. */
export interface Placed extends Region {
  step: number;
  x: number;
  y: number;
  /** Too small for its outline to be seen. */
  dot: boolean;
  /** Its name, where there is room for it. */
  name: Name | null;
}

export interface Sheet {
  /** The group of `map.svg` that is the ground. */
  ground: 'oblasts' | 'countries';
  /** What it shows: `Ukraine by oblast`, `Europe`. */
  title: string;
  /** As SVG's `viewBox` has it, in pixels at full width. */
  box: string;
  /** From the units of `map.svg` to pixels. */
  transform: string;
  places: Placed[];
}

export interface RegionSheets {
  /** The least count of each step. */
  steps: number[];
  /** The one that more is to be seen on first. */
  sheets: Sheet[];
  /** Countries that are outside of what is shown. */
  elsewhere: Region[];
}
