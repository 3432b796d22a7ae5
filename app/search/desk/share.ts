import { curlOf } from '#lib/search/curl.ts';
import type { Result } from '#lib/search/result.ts';

/** A search in a form to pass on: the address of its page, or the call of the API that answers it. */
export type Shared = 'link' | 'curl';

export function textOf(shared: Shared, { html, self }: Result['links']): string {
  const at = (path: string) => new URL(path, window.location.href).href;
  return shared === 'link' ? at(html) : curlOf(at(self));
}
