import type { RequestHandler } from 'express';
import { groupSessions, replacedBy } from '../../../src/entry/people-to-see.ts';
import { readPlan } from '../../../src/intake/form/people-to-see.ts';
import { valuesIn } from '../../../src/intake/form/sent.ts';
import type { Fields } from '../../../src/intake/form/set-up.ts';
import { usualGroup } from '../../../src/review/usual-sessions.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { summaryOf } from '../set-up/view.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { type Again, answer, wrong } from './answer.ts';
import { idOf, idsAsked, planFields, planForm, rolesAsked, themeIds } from './plan-form.ts';

function showGroup(services: Services, given: AboutEntry, asked: readonly string[], again?: Again) {
  const { entry, line, response, about, seen, next } = given;
  const roles = rolesAsked(entry, asked);
  if (!roles || roles.length < 2) return next();
  const ids = roles.map(idOf);
  const { fields, problems } = again ?? { fields: planFields(usualGroup(ids), roles), problems: [] };
  const instead = replacedBy(entry, ids);
  services.show(response, 'list/group', about('One focus group', 'list'), {
    errors: again ? summaryOf(again) : null,
    roles: roles.map(({ role: { id, label } }) => ({ id, label })),
    alone: roles.filter((r) => r.role.keyStrategic).map((r) => r.role.label),
    fields: planForm(entry, roles, fields, problems, 'focus-group'),
    instead: instead.map((session) => ({
      id: session.id,
      title: session.title,
      ticked: again ? valuesIn(fields, 'instead').includes(session.id) : true,
    })),
    action: addresses.listGroup(line.id, []),
    back: addresses.list(line.id),
    seen: again?.seen || seen,
  });
}

/** The form of a group of several lines (`?role=…&role=…`). */
export const group = (services: Services): RequestHandler =>
  withEntry(services, (given) => showGroup(services, given, idsAsked(given.request.query.role)));

export const saveGroup = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { request, response, entry, line, change, next } = given;
    const fields: Fields = request.body ?? {};
    const asked = valuesIn(fields, 'role');
    const roles = rolesAsked(entry, asked);
    if (!roles || roles.length < 2) return next();
    const reading = readPlan(fields, roles.map(idOf), themeIds(given), 'focus-group');
    if (!reading.ok) {
      response.status(400);
      return showGroup(services, given, asked, wrong(fields, reading.problems));
    }
    const may = replacedBy(entry, roles.map(idOf)).map((session) => session.id);
    const givenUp = valuesIn(fields, 'instead').filter((id) => may.includes(id));
    const why = `Planned “${reading.value.title}” as one group`;
    answer(
      await change(groupSessions(reading.value, givenUp), why),
      given,
      addresses.list(line.id),
      (refusals) => showGroup(services, given, asked, { fields, problems: [], refusals }),
    );
  });
