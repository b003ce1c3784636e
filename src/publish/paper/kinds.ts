import { agendaPaper } from './agenda.ts';
import { annexPaper, annexSheet } from './annex.ts';
import { cateringPaper } from './catering.ts';
import type { Material } from './material.ts';
import { contactPaper, peerPaper, roomPaper } from './own.ts';
import type { Paper } from './paper.ts';
import { dayPaper, programmePaper } from './programme.ts';
import { receptionPaper } from './reception.ts';
import { signsPaper } from './signs.ts';
import { travelPaper } from './travel.ts';
import { weekPaper } from './week.ts';

/** Makes a paper; `who` names the peer, contact, room, day or agenda, or nobody. Undefined for what is not there. */
type Make = (material: Material, who: string) => Paper | undefined;

/** Every paper that there is. A new kind does not compile until somebody says who may have it. */
export const papers = {
  programme: programmePaper,
  day: dayPaper,
  week: weekPaper,
  peer: peerPaper,
  contact: contactPaper,
  room: roomPaper,
  signs: signsPaper,
  reception: receptionPaper,
  travel: travelPaper,
  catering: cateringPaper,
  agenda: agendaPaper,
  annex: annexPaper,
  /** The programme with the rule report behind it, for the file. */
  record: (material: Material) => {
    const programme = programmePaper(material);
    return { ...programme, sheets: [...programme.sheets, annexSheet(material)] };
  },
} as const satisfies Readonly<Record<string, Make>>;

export type PaperKind = keyof typeof papers;

export const isPaperKind = (kind: string): kind is PaperKind => Object.hasOwn(papers, kind);

export const makePaper = (kind: PaperKind, material: Material, who = ''): Paper | undefined => {
  const make: Make = papers[kind];
  return make(material, who);
};
