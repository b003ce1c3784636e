import type { RequestHandler } from 'express';
import { acceptReason, decline, isRoleId, planSession, takeBack } from '../../../src/entry/people-to-see.ts';
import { readPlan, readReason } from '../../../src/intake/form/people-to-see.ts';
import { valueIn } from '../../../src/intake/form/sent.ts';
import type { Fields } from '../../../src/intake/form/set-up.ts';
import type { RoleId } from '../../../src/review/roles.ts';
import { usualSession } from '../../../src/review/usual-sessions.ts';
import { addresses } from '../../addresses.ts';
import { textArea } from '../../form/fields.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { summaryOf } from '../set-up/view.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { type Again, answer, wrong } from './answer.ts';
import { planFields, planForm, rolesAsked, themeIds } from './plan-form.ts';
import { sessionLine, stateOf, tagOf } from './view.ts';

function showRole(
  services: Services,
  given: AboutEntry,
  id: RoleId,
  again?: Again & { readonly form: string },
) {
  const { entry, line, response, about, seen, next } = given;
  const [found] = rolesAsked(entry, [id]) ?? [];
  if (!found) return next();
  const state = stateOf(found);
  const usual = planFields(usualSession(id), [found]);
  const inPlan = again?.form === 'plan' ? again : { fields: usual, problems: [] };
  const inReason =
    again?.form === 'decline' ? again : { fields: { because: found.declined?.because ?? '' }, problems: [] };
  services.show(response, 'list/role', about(found.role.label, 'list'), {
    errors: again ? summaryOf(again) : null,
    label: found.role.label,
    manual: found.role.manual,
    tag: tagOf(state),
    alone: found.role.keyStrategic,
    sessions: found.sessions.map((session) => sessionLine(entry, found, session)),
    declined:
      found.declined && found.sessions.length === 0
        ? {
            because: found.declined.because,
            acceptedBy: found.declined.acceptedBy ?? '',
            mayAccept: !found.declined.acceptedBy && whoIs(response).rolesIn(line.id).includes('manager'),
          }
        : null,
    isPlanned: found.sessions.length > 0,
    fields: planForm(entry, [found], inPlan.fields, inPlan.problems),
    reason: textArea({
      name: 'because',
      label: 'Why nobody is to be seen',
      hint: 'The review manager reads it and accepts it, or asks you to find somebody.',
      value: valueIn(inReason.fields, 'because'),
      error: inReason.problems.find((p) => p.field === 'because')?.what,
      rows: 3,
    }),
    plan: addresses.listRole(line.id, id, 'plan'),
    decline: addresses.listRole(line.id, id, 'decline'),
    accept: addresses.listRole(line.id, id, 'accept'),
    takeBack: addresses.listRole(line.id, id, 'take-back'),
    back: addresses.list(line.id),
    seen: again?.seen || seen,
  });
}

/** A handler for one line of the list. */
const withRole = (
  services: Services,
  handle: (given: AboutEntry, role: RoleId, fields: Fields) => void | Promise<void>,
): RequestHandler =>
  withEntry(services, async (given) => {
    const id = String(given.request.params.role);
    if (!isRoleId(id) || !rolesAsked(given.entry, [id])) return given.next();
    await handle(given, id, given.request.body ?? {});
  });

export const role = (services: Services): RequestHandler =>
  withRole(services, (given, id) => showRole(services, given, id));

export const planRole = (services: Services): RequestHandler =>
  withRole(services, async (given, id, fields) => {
    const reading = readPlan(fields, [id], themeIds(given));
    if (!reading.ok) {
      given.response.status(400);
      return showRole(services, given, id, { ...wrong(fields, reading.problems), form: 'plan' });
    }
    const result = await given.change(planSession(reading.value), `Planned “${reading.value.title}”`);
    answer(result, given, addresses.list(given.line.id), (refusals) =>
      showRole(services, given, id, { fields, problems: [], refusals, form: 'plan' }),
    );
  });

export const declineRole = (services: Services): RequestHandler =>
  withRole(services, async (given, id, fields) => {
    const reading = readReason(fields);
    if (!reading.ok) {
      given.response.status(400);
      return showRole(services, given, id, { ...wrong(fields, reading.problems), form: 'decline' });
    }
    const why = `Gave a reason why nobody is seen as ${usualSession(id).title}`;
    answer(
      await given.change(decline(id, reading.value), why),
      given,
      addresses.list(given.line.id),
      (refusals) => showRole(services, given, id, { fields, problems: [], refusals, form: 'decline' }),
    );
  });

export const acceptRole = (services: Services): RequestHandler =>
  withRole(services, async (given, id) => {
    const why = `Accepted why nobody is seen as ${usualSession(id).title}`;
    const result = await given.change(acceptReason(id, given.by, services.now().toISOString()), why);
    answer(result, given, addresses.list(given.line.id), (refusals) =>
      showRole(services, given, id, { fields: {}, problems: [], refusals, form: '' }),
    );
  });

export const takeBackRole = (services: Services): RequestHandler =>
  withRole(services, async (given, id) => {
    const why = `Took back that nobody is seen as ${usualSession(id).title}`;
    const result = await given.change(takeBack(id), why);
    answer(result, given, addresses.listRole(given.line.id, id), (refusals) =>
      showRole(services, given, id, { fields: {}, problems: [], refusals, form: '' }),
    );
  });
