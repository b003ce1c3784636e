import type { Request, RequestHandler, Response } from 'express';
import { mayInvite } from '../../../src/accounts/members.ts';
import { inOrder, isRole, roleWords } from '../../../src/accounts/roles.ts';
import { inviteMember } from '../../../src/actions/invite-member.ts';
import type { MemberSaved } from '../../../src/store/accounts-port.ts';
import { addresses } from '../../addresses.ts';
import { allSent, sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { whoIs } from '../../who.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { membersView, type Said, type Typed } from './view.ts';

interface Shown {
  readonly said?: Said;
  readonly typed?: Typed;
  readonly status?: number;
}

const showMembers = async (
  services: Services,
  { response, line, about }: AboutEntry,
  { said, typed, status = 200 }: Shown = {},
): Promise<void> => {
  const { store, show, now, post } = services;
  const who = whoIs(response);
  const view = membersView({
    review: line.id,
    members: await store.members.of(line.id),
    invitations: await store.invitations.of(line.id),
    own: who.rolesIn(line.id),
    account: who.account?.id ?? '',
    now: now().toISOString(),
    sends: post.sends,
    said,
    typed,
  });
  show(response.status(status), 'members', about(view.title, 'members'), view);
};

export const members = (services: Services): RequestHandler =>
  withEntry(services, (given) => {
    const said = said303(given.request);
    return showMembers(services, given, said ? { said } : {});
  });

/** What the page before says was done; the words are ours, so that no link can put any others there. */
const said303 = ({ query }: Request): Said | undefined => {
  const { said } = query;
  return said === 'invited' ||
    said === 'changed' ||
    said === 'removed' ||
    said === 'withdrawn' ||
    said === 'late'
    ? said
    : undefined;
};

const backWith = (response: Response, review: string, said: Said): void =>
  response.redirect(303, `${addresses.members(review)}?said=${said}`);

async function inviteOne(services: Services, given: AboutEntry, typed: Typed): Promise<void> {
  const { request, response, line } = given;
  const who = whoIs(response);
  const here = hereFor(services.site, request);
  if (!who.account || !isRole(typed.role))
    return showMembers(services, given, { said: 'no role', typed, status: 400 });
  const invited = await inviteMember(services.store, {
    review: line,
    by: who.account,
    roles: who.rolesIn(line.id),
    email: typed.email,
    role: typed.role,
    linkTo: (token) => `${here}${addresses.signInWith(token)}`,
    list: `${here}${addresses.reviews}`,
  });
  if (invited.kind !== 'invited')
    return showMembers(services, given, { said: invited.kind, typed, status: 400 });
  services.post.soon();
  backWith(response, line.id, 'invited');
}

export const invite = (services: Services): RequestHandler =>
  withEntry(services, (given) =>
    inviteOne(services, given, { email: sent(given.request, 'email'), role: sent(given.request, 'role') }),
  );

/** The invitation that a form names, where it is one of this review and of a role that this person may invite. */
async function invitationOf({ store }: Services, { request, response, line }: AboutEntry) {
  const found = await store.invitations.find(sent(request, 'invitation'));
  const own = whoIs(response).rolesIn(line.id);
  return found?.review === line.id && mayInvite(own).includes(found.role) ? found : undefined;
}

export const inviteAgain = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const invitation = await invitationOf(services, given);
    if (!invitation) return backWith(given.response, given.line.id, 'late');
    await inviteOne(services, given, { email: invitation.email, role: invitation.role });
  });

export const withdraw = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const invitation = await invitationOf(services, given);
    const signature = { by: given.by, why: 'Took back an invitation' };
    const withdrawn =
      invitation && (await services.store.invitations.withdraw(invitation.id, invitation.version, signature));
    backWith(given.response, given.line.id, withdrawn?.saved ? 'withdrawn' : 'late');
  });

/** The member and the version that a form names, where they are of this review. */
async function memberOf({ store }: Services, { request, line }: AboutEntry) {
  const id = sent(request, 'member');
  const found = (await store.members.of(line.id)).find((member) => member.id === id);
  const seen = Number(sent(request, 'version'));
  return found && Number.isSafeInteger(seen) ? { found, seen } : undefined;
}

const answer = (
  services: Services,
  given: AboutEntry,
  saved: MemberSaved | undefined,
  said: 'changed' | 'removed',
): void | Promise<void> => {
  if (saved?.saved) return backWith(given.response, given.line.id, said);
  if (saved && 'why' in saved) return showMembers(services, given, { said: saved.why, status: 400 });
  return backWith(given.response, given.line.id, 'late');
};

export const changeRoles = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const member = await memberOf(services, given);
    const roles = inOrder(allSent(given.request, 'roles').filter(isRole));
    const why = `Made ${member?.found.name} ${roles.map((role) => roleWords[role]).join(' and ')}`;
    const by = whoIs(given.response).account?.id ?? '';
    const saved =
      member &&
      (await services.store.members.change(member.found.id, member.seen, roles, by, { by: given.by, why }));
    await answer(services, given, saved, 'changed');
  });

export const remove = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const member = await memberOf(services, given);
    const by = whoIs(given.response).account?.id ?? '';
    const why = `Took ${member?.found.name} off the review`;
    const saved =
      member &&
      (await services.store.members.remove(member.found.id, member.seen, by, { by: given.by, why }));
    // Whoever has taken themselves off can't see this page any more.
    if (saved?.saved && member?.found.account === by) return given.response.redirect(303, addresses.reviews);
    await answer(services, given, saved, 'removed');
  });
