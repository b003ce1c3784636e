import { stateOf } from '../../../src/actions/cant-come.ts';
import { counted } from '../../../src/publish/words.ts';
import type { ReviewLine } from '../../../src/store/ports.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';

/** What of reaching people waits for somebody: letters to look over, people who can't come. A line each. */
export async function reachingView(
  { store, tellingOf }: Pick<Services, 'store' | 'tellingOf'>,
  line: Pick<ReviewLine, 'id' | 'version'>,
) {
  const telling = await tellingOf(line);
  const letters = telling?.toTell.length ?? 0;
  const open = (await store.requests.of(line.id)).filter(
    (request) => stateOf(request, telling?.release) === 'open',
  ).length;
  return [
    ...(open > 0
      ? [
          {
            says: `${counted(open, 'person', 'people')} can’t come when the programme has them.`,
            text: 'See who, and look for another time',
            href: addresses.cantComes(line.id),
          },
        ]
      : []),
    ...(telling && letters > 0
      ? [
          {
            says: `Release ${telling.release.line.number} concerns ${counted(letters, 'person', 'people')} who ${letters === 1 ? 'has' : 'have'} not been told of it.`,
            text: 'Look over the letters',
            href: addresses.letters(line.id),
          },
        ]
      : []),
  ];
}
