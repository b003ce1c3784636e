import { agendaPaper } from './agenda.ts';
import { annexPaper, annexSheet } from './annex.ts';
import { cateringPaper } from './catering.ts';
import type { PaperKind } from './kind-names.ts';
import type { Material } from './material.ts';
import { ownPaper } from './own.ts';
import type { Paper } from './paper.ts';
import { dayPaper, programmePaper } from './programme.ts';
import { receptionPaper } from './reception.ts';
import { signsPaper } from './signs.ts';
import { travelPaper } from './travel.ts';
import { weekPaper } from './week.ts';

/** Makes a paper; `who` names the peer, contact, room, day or agenda, or nobody. Undefined for what is not there. */
type Make = (material: Material, who: string) => Paper | undefined;

const papers: Readonly<Record<PaperKind, Make>> = {
  programme: programmePaper,
  day: dayPaper,
  week: weekPaper,
  peer: (material, who) => ownPaper('peer', material, who),
  contact: (material, who) => ownPaper('contact', material, who),
  room: (material, who) => ownPaper('room', material, who),
  signs: signsPaper,
  reception: receptionPaper,
  travel: travelPaper,
  catering: cateringPaper,
  agenda: agendaPaper,
  annex: annexPaper,
  // The programme with the rule report behind it, for the file.
  record(material) {
    const programme = programmePaper(material);
    return { ...programme, sheets: [...programme.sheets, annexSheet(material)] };
  },
};

/** Makes a paper of a kind; `who` as in `Make`. */
export const makePaper = (kind: PaperKind, material: Material, who = ''): Paper | undefined =>
  papers[kind](material, who);
