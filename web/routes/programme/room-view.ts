import type { RoomWeek } from '../../../src/publish/room-week.ts';
import { counted } from '../../standing-words.ts';

/** A room's week as the page shows it; null for no such room. */
export const roomWeekView = (week: RoomWeek | undefined) =>
  week
    ? {
        name: week.room.name,
        where: week.room.where,
        holds: counted(week.room.capacity, 'person', 'people'),
        days: week.days.map(({ name, items }) => ({
          name,
          items: items.map((item) => ({
            isEvent: item.kind === 'event',
            time: item.time,
            title: item.title,
            who: item.who,
            pair: item.pair.map(({ initials, name: full }) => ({ initials, name: full })),
            people: item.people === null ? '' : counted(item.people, 'person', 'people'),
            equipment: item.equipment.join(', '),
          })),
        })),
      }
    : null;
