import { type Trouble, troubleOf } from '../../store/trouble.ts';

const lines: Readonly<Record<Trouble, string>> = {
  full: 'The disk is full, or can’t be written to. Make room on it, and try again.',
  busy: 'Another program is using the data, and did not let go of it in time. Try again in a moment.',
  unreachable:
    'The database can’t be reached. Is it running, and does --data or DATABASE_URL name the right one?',
  'read-only': 'The data can be read, but nothing can be written to it.',
  refused: 'The database does not let Peerweek in: look at the name, password and database in DATABASE_URL.',
  open: 'DATABASE_URL leads to another computer and says nothing of TLS: put ?sslmode=verify-full behind it (and &sslrootcert=FILE for an authority of your own), or ?sslmode=disable where nobody else can be on the way.',
  newer:
    'A newer Peerweek has used this data, and an older one can’t. Start the newer one again; or take a backup from before back into a place of its own: an empty folder, or an empty PostgreSQL database.',
};

/** One plain line for trouble with the data; undefined for a fault of our own. */
export function troubleLine(error: unknown): string | undefined {
  const trouble = troubleOf(error);
  return trouble && lines[trouble];
}
