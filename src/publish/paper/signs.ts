import { roomWeek } from '../room-week.ts';
import { privateTitle } from './in-private.ts';
import { type Material, paperOf } from './material.ts';
import { type Paper, plain, type Sheet, sheet, strong } from './paper.ts';

/** Read from across a corridor. */
const large = { largest: 36, smallest: 20, onePage: true };

/** The signs for a room’s door, one a day. Whom an interview is with is nobody’s business in a corridor. */
function signsOf({ review, programme }: Material, room: string): readonly Sheet[] {
  const week = roomWeek(review, programme, room);
  return (week?.days ?? []).map((day) =>
    sheet({
      name: `${week!.room.name}, ${day.name}`,
      landscape: true,
      title: week!.room.name,
      lead: [day.name, week!.room.where].filter(Boolean).join(', '),
      tables: [
        {
          caption: '',
          corner: 'Time',
          headWidth: 11,
          columns: [{ heading: 'In use for', share: 1 }],
          rows: day.items.map((item) => ({
            head: [strong(item.time)],
            quarters: 0,
            quiet: item.kind === 'event',
            cells: [
              {
                lines: [
                  item.kind === 'event'
                    ? plain(item.title)
                    : strong(privateTitle(review, item.about) ?? item.title),
                ],
                rows: 1,
                columns: 1,
                look: item.kind === 'event' ? 'quiet' : 'weighty',
              },
            ],
          })),
        },
      ],
      notes: ['Please do not disturb while the room is in use.'],
      text: large,
    }),
  );
}

/** Door signs: for one room, or for every room in which something is held. Undefined for no such room. */
export function signsPaper(material: Material, who: string): Paper | undefined {
  const { review } = material;
  const rooms = review.rooms.filter((room) => who === '' || room.id === who);
  if (rooms.length === 0) return undefined;
  const sheets = rooms.flatMap((room) => signsOf(material, room.id));
  const none = sheet({ name: 'Door signs', title: 'Door signs', notes: ['No room is in use.'] });
  return paperOf(material, 'door sign', sheets.length > 0 ? sheets : [none], 'door signs');
}
