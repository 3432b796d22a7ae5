import { problem } from '../problem.ts';

export function GET(request: Request): Response {
  const { pathname } = new URL(request.url);
  const detail = `There is nothing at ${pathname}.`;
  return problem({ status: 404, title: 'Not found', code: 'not_found', detail, hint: 'Search at /api/search.' });
}
