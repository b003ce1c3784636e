import { addresses } from './addresses.ts';
import { qrCode } from './qr.ts';

/** A private link in all the forms in which somebody may want it. `origin` is where the pages are to be had. */
export function calendarLinks(origin: string, token: string, name: string) {
  const page = `${origin}${addresses.privateWeek(token)}`;
  const feed = `${origin}${addresses.feed(token)}`;
  const webcal = feed.replace(/^https?:/, 'webcal:');
  const outlook = new URLSearchParams({ url: feed, name });
  return {
    page,
    feed,
    webcal,
    google: `https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: webcal })}`,
    outlook: `https://outlook.office.com/calendar/0/addfromweb?${outlook}`,
    qr: qrCode(page),
  };
}
