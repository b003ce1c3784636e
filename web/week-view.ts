import { type PersonWeek, seenWords, type WeekItem } from '../src/publish/person-week.ts';
import { partnerWords } from '../src/publish/who.ts';

/** How something in a week is drawn: sessions have weight, the rest is quiet. */
const itemClasses: Readonly<Record<WeekItem['kind'], string>> = {
  session: 'pw-item--session',
  event: 'pw-item--event',
  travel: 'pw-item--travel',
  'down-time': 'pw-item--free',
};

const itemView = (item: WeekItem, isPeer: boolean) => ({
  classes: itemClasses[item.kind],
  time: item.time,
  title: item.title,
  // A contact’s title says it.
  what: isPeer ? (item.what ?? '') : '',
  people: seenWords(item),
  team:
    item.team.length === 0
      ? ''
      : `${isPeer ? 'With' : 'From the team:'} ${item.team.map((p) => (isPeer ? partnerWords(p) : `${p.name}, ${p.role}`)).join('; ')}`,
  alone: isPeer && item.kind === 'session' && item.team.length === 0,
  place: item.place ?? '',
  notes: item.notes,
  marks: item.marks.map(({ word }) => word),
});

/** One person's week as `views/person-week.hbs` shows it; null where there is nobody. */
export const personWeekView = (week: PersonWeek | undefined) =>
  week
    ? {
        name: week.person.name,
        what: week.person.what,
        days: week.days.map(({ day, name, items }) => ({
          id: `day-${day}`,
          name,
          items: items.map((item) => itemView(item, week.isPeer)),
        })),
      }
    : null;
