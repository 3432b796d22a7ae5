import { resolve } from 'node:path';
import { type Mapping, mappingOfPairs, readMapping } from '#indexer/formats/mapping.ts';
import { env } from '#lib/env.ts';
import { OptionError } from './option-error.ts';

export interface MappingOptions {
  /** Pairs such as `title=Headline`. */
  map?: string[];
  /** A YAML file with a line for each. */
  mapping?: string;
}

/**
 * The mapping that a command's options state: pairs before the file.
 * @throws OptionError
 */
export async function statedMapping({ map = [], mapping: file }: MappingOptions): Promise<Mapping> {
  const stated = [
    ...(file === undefined ? [] : [await readMapping(resolve(env.callerFolder(), file), file)]),
    mappingOfPairs(map),
  ];
  const parts = stated.map((one) => {
    if (!one.ok) throw new OptionError(`${one.source}: ${one.reason}`, one.remedy);
    return one.value;
  });
  return Object.assign({}, ...parts);
}
