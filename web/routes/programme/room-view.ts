import type { RoomWeek } from '../../../src/publish/room-week.ts';
import { counted, listed } from '../../../src/publish/words.ts';

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
            pair: listed(item.pair.map((p) => p.name)),
            people: item.people === null ? '' : `${counted(item.people, 'person', 'people')} in the room`,
            equipment: item.equipment.join(', '),
          })),
        })),
      }
    : null;
