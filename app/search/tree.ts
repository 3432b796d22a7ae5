import type { FacetValue } from '#lib/search/result.ts';

/** A value with those that lie in it. */
export interface Branch {
  value: FacetValue;
  inside: Branch[];
}

/** Values each in what it lies in, where that is listed; siblings keep their order. */
export function branchesOf(values: FacetValue[]): Branch[] {
  const roots: Branch[] = [];
  const branches = new Map(values.map((value) => [value.id, { value, inside: [] as Branch[] }]));
  for (const branch of branches.values()) (branches.get(branch.value.parent ?? '')?.inside ?? roots).push(branch);
  return roots;
}

function isChosen({ active, excluded }: FacetValue): boolean {
  return active || excluded;
}

function holdsChosen({ value, inside }: Branch): boolean {
  return isChosen(value) || inside.some(holdsChosen);
}

function rowsOf(branches: Branch[]): FacetValue[] {
  return branches.flatMap(({ value, inside }) => [value, ...rowsOf(inside)]);
}

function chosenFirst(branches: Branch[]): Branch[] {
  const sorted = [...branches.filter(holdsChosen), ...branches.filter((branch) => !holdsChosen(branch))];
  return sorted.map(({ value, inside }) => ({ value, inside: chosenFirst(inside) }));
}

/** What is chosen comes first where it would else stand past the first `few` rows; `lifted` is how many branches hold it. */
export function inSight(branches: Branch[], few: number): { branches: Branch[]; lifted: number } {
  if (!rowsOf(branches).slice(few).some(isChosen)) return { branches, lifted: 0 };
  return { branches: chosenFirst(branches), lifted: branches.filter(holdsChosen).length };
}
