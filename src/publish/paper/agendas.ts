/** A line of an agenda: minutes from the opening, what, and how. */
export interface AgendaItem {
  readonly after: number;
  readonly what: string;
  readonly how: readonly string[];
}

export type AgendaId = 'one' | 'two' | 'intervention';

/** An agenda for the last day, as the manual suggests it: to be settled by sponsor, team leader and review manager. */
export interface Agenda {
  readonly id: AgendaId;
  readonly title: string;
  readonly manual: string;
  /** Minute of the day at which the manual has it begin. */
  readonly begins: number;
  /** Minutes from the opening at which it closes: the close itself is given a quarter of an hour. */
  readonly lasts: number;
  readonly items: readonly AgendaItem[];
}

const presentation = {
  after: 0,
  what: 'The review team presents its findings',
  how: ['Questions straight afterwards are for making things clear; discussion comes later.'],
};
const reply = (after: number): AgendaItem => ({
  after,
  what: 'First response of the director of children’s services',
  how: [],
});
const close = (after: number): AgendaItem => ({
  after,
  what: 'The director of children’s services says what happens next, and closes the conference',
  how: ['The team and the council may want a last informal debrief after it.'],
});
const hour = 60;

/** Both agendas of Appendix 16 and that of Appendix 18, in our own words; their times and figures are the manual’s. */
export const agendas: readonly Agenda[] = [
  {
    id: 'one',
    title: 'Priorities first, then groups',
    manual: 'manual 1957-1968',
    begins: 11 * hour,
    lasts: 3 * hour + 45,
    items: [
      presentation,
      reply(hour),
      {
        after: hour + 15,
        what: 'Choosing priorities',
        how: [
          'Everybody says what they think most needs doing: for example, findings hang on the wall, and each person puts a sticky dot on two or three.',
        ],
      },
      { after: hour + 30, what: 'Lunch', how: [] },
      {
        after: 2 * hour,
        what: 'What was chosen, then small groups on the four or five most urgent',
        how: [
          'Each group begins a plan for one of them. Any agency can lead a group; best is whoever will answer for the improvement.',
        ],
      },
      { after: 3 * hour, what: 'Groups report back; discussion', how: [] },
      close(3 * hour + 30),
    ],
  },
  {
    id: 'two',
    title: 'Groups before lunch',
    manual: 'manual 1970-1978',
    begins: 10 * hour + 30,
    lasts: 4 * hour + 15,
    items: [
      presentation,
      reply(hour),
      { after: hour + 15, what: 'Coffee', how: [] },
      {
        after: hour + 30,
        what: 'Small groups on priorities',
        how: ['Which priorities matter most? What can be done straight away to move them on?'],
      },
      { after: 2 * hour + 30, what: 'Lunch', how: [] },
      { after: 3 * hour, what: 'Groups report back; questions and discussion', how: [] },
      close(4 * hour),
    ],
  },
  {
    id: 'intervention',
    title: 'For a council in intervention',
    manual: 'manual 2162-2174',
    begins: 10 * hour + 30,
    lasts: 4 * hour + 15,
    items: [
      presentation,
      reply(hour),
      { after: hour + 15, what: 'Coffee', how: [] },
      {
        after: hour + 30,
        what: 'Small groups on the action plan that there is',
        how: [
          'What do the findings say about how well the plan is being carried out? What has gone well, and what has to go faster?',
        ],
      },
      { after: 2 * hour + 30, what: 'Lunch', how: [] },
      { after: 3 * hour, what: 'Groups report back; questions and discussion', how: [] },
      close(4 * hour),
    ],
  },
];
