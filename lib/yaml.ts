import { CORE_SCHEMA, load } from 'js-yaml';

/**
 * YAML of our own data: five times as fast as by the parser that tells where an error stands. Days stay text.
 * @throws on what is no YAML.
 */
export function parseYaml(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA });
}
