import { baseSite, hostOf, nameOf, namesOf, roomOf, sessionsToPlace } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import { type Limit, limitIn, type Rule } from './rule.ts';

const VISITS: Limit = {
  name: 'visits-earn-their-time/visits',
  usual: 4,
  says: 'The most visits before it is asked whether each earns its time.',
};

/** The one site where a session can only be; undefined where it has a choice, or none is known. */
function onlySite(review: Review, session: Session): string | undefined {
  const { office, room, site, phone, atSite } = session.place;
  if (phone) return undefined;
  const sites = new Set<string | undefined>();
  if (site !== undefined) sites.add(site);
  if (office) sites.add(hostOf(review, session)?.office?.site);
  if (typeof room === 'string') sites.add(roomOf(review, room)?.site);
  if (room === true) {
    if (atSite !== undefined) sites.add(atSite);
    else for (const r of review.rooms) if (!r.baseRoom) sites.add(r.site);
  }
  return sites.size === 1 ? [...sites][0] : undefined;
}

/** Visits take time, so they are few, and take in what else is to be done where they go (manual 1462, 1554). */
export const visitsEarnTheirTime: Rule = {
  id: 'visits-earn-their-time',
  title: 'Visits earn their time',
  group: 'places',
  manual: ['1462', '1554'],
  limits: [VISITS],
  parts: [
    {
      name: 'combined',
      kind: 'check',
      shape: 'data',
      asks: 'A visit takes in the interviews and focus groups that are held at the same site.',
      test(review) {
        const base = baseSite(review);
        const sessions = sessionsToPlace(review).map((session) => ({
          session,
          site: onlySite(review, session),
        }));
        const sites = new Set(sessions.map((s) => s.site));
        return [...sites].flatMap((site) => {
          if (site === undefined || site === base) return [];
          const there = sessions.filter((s) => s.site === site).map((s) => s.session);
          const visit = there.find((s) => s.kind === 'site-visit');
          const others = there.filter((s) => s !== visit);
          if (!visit || others.length === 0) return [];
          return [
            {
              sessions: [visit.id, ...others.map((s) => s.id)],
              where: site,
              say: () =>
                `${visit.title} could take in ${namesOf(
                  review,
                  others.map((s) => s.id),
                )}: all are at ${nameOf(review, site)}, and one visit saves the journeys between.`,
            },
          ];
        });
      },
    },
    {
      name: 'few',
      kind: 'check',
      shape: 'data',
      asks: 'Visits are few: four at most, if nothing else is said.',
      test(review) {
        const most = limitIn(review, VISITS);
        const visits = sessionsToPlace(review).filter((s) => s.kind === 'site-visit');
        if (visits.length <= most) return [];
        return [
          {
            sessions: visits.map((s) => s.id),
            say: () =>
              `There are ${visits.length} visits, more than ${most}: ${visits.map((s) => s.title).join(', ')}. Keep those the team learns most from.`,
          },
        ];
      },
    },
  ],
};
