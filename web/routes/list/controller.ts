import type { RequestHandler } from 'express';
import { all } from '../../../src/entry/edit.ts';
import type { Edit } from '../../../src/entry/entry.ts';
import { isRoleId, nameFor, peopleToSeeIn, planSession } from '../../../src/entry/people-to-see.ts';
import { seating, seatsIn } from '../../../src/entry/seat.ts';
import { withStandingItems } from '../../../src/entry/standing-items.ts';
import { type Row, readRows } from '../../../src/intake/form/people-to-see.ts';
import { valueIn, valuesIn } from '../../../src/intake/form/sent.ts';
import type { Fields } from '../../../src/intake/form/set-up.ts';
import { counted } from '../../../src/publish/words.ts';
import type { RoleId } from '../../../src/review/roles.ts';
import { usualMinutes } from '../../../src/review/session.ts';
import { usualSession } from '../../../src/review/usual-sessions.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { summaryOf } from '../set-up/view.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { type Again, answer, opened, wrong } from './answer.ts';
import { idOf } from './plan-form.ts';
import { listView, stateOf } from './view.ts';

function showList(services: Services, given: AboutEntry, again: Again = opened) {
  const { entry, response, about, seen } = given;
  services.show(response, 'list', about('Who to see', 'list'), {
    ...listView(entry, again.fields, again.problems),
    errors: summaryOf(again),
    seen: again.seen || seen,
  });
}

export const list = (services: Services): RequestHandler =>
  withEntry(services, (given) => showList(services, given));

/** A row of the list as a change: who is named for what is planned, or a session as usual for what is not. */
function rowEdit(given: AboutEntry, { role, who, kind }: Row): Edit {
  const [session] = peopleToSeeIn(given.entry).find((r) => r.role.id === role)?.sessions ?? [];
  if (session) return nameFor(role, session.id, who);
  const usual = usualSession(role);
  const chosen = kind ?? usual.kind;
  return planSession({
    ...usual,
    kind: chosen,
    ...(chosen !== usual.kind && { minutes: usualMinutes[chosen] }),
    ...(chosen === 'interview' && { headcount: undefined }),
    roles: [{ role, who }],
  });
}

const openRoles = ({ entry }: AboutEntry): readonly RoleId[] =>
  peopleToSeeIn(entry)
    .filter((r) => stateOf(r) === 'open')
    .map(idOf);

/** Rows that say something new: a name that stood in the row because its owner fills the role counts as one too. */
const isSaid = ({ who, kind }: Row): boolean => who.length > 0 || kind !== undefined;

/** The list as a form: plans what was filled in, all that is left, or goes on to a group of those ticked. */
export const saveList = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { request, response, entry, line, change } = given;
    const fields: Fields = request.body ?? {};
    const reading = readRows(fields, peopleToSeeIn(entry).map(idOf));
    if (!reading.ok) {
      response.status(400);
      return showList(services, given, wrong(fields, reading.problems));
    }
    const what = valueIn(fields, 'do');
    const ticked = valuesIn(fields, 'role').filter(isRoleId);
    if (what === 'group' && ticked.length < 2) {
      const problem = {
        field: `tick-${entry.review.id}`,
        what: 'Tick at least two lines that are to be one group',
      };
      response.status(400);
      return showList(services, given, {
        ...wrong(fields, []),
        refusals: [{ text: problem.what }],
      });
    }
    const grouped = what === 'group' ? ticked : [];
    const rest =
      what === 'all' ? openRoles(given).filter((role) => !reading.value.some((r) => r.role === role)) : [];
    const rows = [
      ...reading.value.filter((row) => isSaid(row) && !grouped.includes(row.role)),
      ...rest.map((role): Row => ({ role, who: [] })),
    ];
    const edits = rows.map((row) => rowEdit(given, row));
    const to = grouped.length > 0 ? addresses.listGroup(line.id, grouped) : addresses.list(line.id);
    if (edits.length === 0) return response.redirect(303, to);
    const why =
      rows.length === 1 && rows[0]
        ? `Planned who is seen as ${usualSession(rows[0].role).title}`
        : `Planned ${counted(rows.length, 'line')} of the people to see`;
    answer(await change(all(edits), why), given, to, (refusals) =>
      showList(services, given, { fields, problems: [], refusals }),
    );
  });

/** Names everybody entered in the session that waits for somebody of their line. */
export const nameInSessions = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { entry, line, change } = given;
    const seats = seatsIn(entry);
    const people = new Set(seats.map((seat) => seat.contact)).size;
    const why = `Named ${counted(people, 'person', 'people')} in the sessions of their lines`;
    answer(await change(seating(seats), why), given, addresses.list(line.id), () =>
      showList(services, given),
    );
  });

/** Puts in the visits and debriefs that every week has. */
export const putStanding = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { line, change } = given;
    const result = await change(withStandingItems, 'Put in the visits and debriefs that every week has');
    answer(result, given, addresses.list(line.id), () => showList(services, given));
  });
