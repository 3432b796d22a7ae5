'use client';
import { curlOf } from '#lib/search/curl.ts';
import type { Result } from '#lib/search/result.ts';

export type Copied = 'link' | 'curl';

/** The whole address of a search's page. */
export function linkOf({ html }: Result['links']): string {
  return new URL(html, window.location.href).href;
}

/** Copies a search's address, or the call of the API that answers it; the answer is what to tell. */
export async function copy(what: Copied, links: Result['links']): Promise<string> {
  const text = what === 'link' ? linkOf(links) : curlOf(new URL(links.self, window.location.href).href);
  try {
    await navigator.clipboard.writeText(text);
    return what === 'link' ? 'The link is copied.' : 'The call is copied.';
  } catch {
    return `The browser did not let it be copied. Take it from here: ${text}`;
  }
}
