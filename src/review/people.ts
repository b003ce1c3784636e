import type { Diary } from './diary.ts';
import type { PeerRole } from './peer-role.ts';
import type { RoleId } from './roles.ts';

export { type PeerRole, peerRoles } from './peer-role.ts';

/** A visiting team member. */
export interface Peer {
  readonly id: string;
  readonly name: string;
  /** Two to four letters, for the grid; unique in the team. */
  readonly initials: string;
  readonly role: PeerRole;
  /** Theme and key-line-of-enquiry ids the peer specialises in (manual 175). */
  readonly themes: readonly string[];
  /** False: takes no sessions except debriefs and those that name the peer (the review manager's default). */
  readonly interviews: boolean;
  readonly diary: Diary;
  /** Contacts with whom a relationship is declared (manual 192). */
  readonly knows: readonly string[];
  /** A declared relationship with the council itself, and who at the council accepted it. */
  readonly relationship?: { readonly what: string; readonly acceptedBy?: string; readonly at?: string };
  /** Access needs, matched against what places offer: `step-free`, `hearing-loop`, … */
  readonly access: readonly string[];
  readonly dietary?: string;
  readonly email?: string;
}

/** A person of the council or a partner whom the team sees. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly organisation: string;
  /** Roles of the Appendix 10 list that this person fills. */
  readonly roles: readonly RoleId[];
  readonly email?: string;
  readonly phone?: string;
  /** Who keeps their diary, and is written to about it. */
  readonly pa?: { readonly name?: string; readonly email: string };
  readonly office?: {
    readonly site: string;
    readonly name: string;
    readonly building?: string;
    readonly access: readonly string[];
  };
  readonly diary: Diary;
  /** `true`: to be seen in the first half of the week; a number: by that day. Undefined: what the role says. */
  readonly early?: boolean | number;
  /** Key strategic: seen individually. Undefined: what the role says. */
  readonly key?: boolean;
  /** The review manager agreed that this person may be seen by phone or video (manual 1466). */
  readonly phoneAgreed: boolean;
  readonly access: readonly string[];
  /** True for a child: no session is ever held with an individual child (manual 1478). */
  readonly child: boolean;
  /** Speaks for the council; by default, those whose organisation is the council. */
  readonly representsCouncil: boolean;
}

/** Pairs that the review manager fixed, prefers or forbade; each is two peer ids. */
export interface Pairings {
  readonly fixed: readonly (readonly [string, string])[];
  readonly preferred: readonly (readonly [string, string])[];
  readonly forbidden: readonly (readonly [string, string])[];
}
