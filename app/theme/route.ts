import { returnPath, themeCookie, themeOf } from './theme.ts';

const MOST_BYTES = 200;

/** `POST /theme` with `theme=system|light|dark`: keeps the choice, and returns to where it was made. */
export async function POST(request: Request): Promise<Response> {
  const { headers } = request;
  const isShort = Number(headers.get('content-length') ?? Number.POSITIVE_INFINITY) <= MOST_BYTES;
  const form = new URLSearchParams(isShort ? await request.text() : '');
  const location = returnPath(headers.get('referer'), headers.get('host'));
  return new Response(null, {
    status: 303,
    headers: { Location: location, 'Set-Cookie': themeCookie(themeOf(form.get('theme'))), 'Cache-Control': 'no-store' },
  });
}
