import { env } from '#lib/env.ts';

/**
 * The environment for a process that is started: this one's, without the settings meant for Meilisearch itself
 * (its keys, and what would move its database or its port), and with those given.
 */
export function childEnvironment(given: Record<string, string>): NodeJS.ProcessEnv {
  const environment = env.inherited();
  for (const name of Object.keys(environment)) if (name.startsWith('MEILI_')) delete environment[name];
  return { ...environment, ...given };
}
