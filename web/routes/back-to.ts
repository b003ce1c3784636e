import type { Request } from 'express';

/** The page of ours that a form was sent from, without what it said was done; `otherwise` where that is not known. */
export function backTo(request: Request, otherwise: string): string {
  const { referer, host } = request.headers;
  if (!referer || !URL.canParse(referer)) return otherwise;
  const from = new URL(referer);
  if (from.host !== host) return otherwise;
  for (const name of ['done', 'moved']) from.searchParams.delete(name);
  return `${from.pathname}${from.search}`;
}
