import { expect, it } from 'vitest';
import { newId } from '../../src/entry/new-id.ts';

const entry = {
  peerweek: 1 as const,
  review: { id: 'r', council: 'C', firstDay: '2026-03-23', editedAt: '2026-01-01T00:00:00Z' },
  contacts: [{ id: 'priya-shah', name: 'Priya Shah', organisation: 'C' }],
  sites: [{ id: 'hall', name: 'Hall' }],
};

it.each([
  ['Priya O’Neill', 'priya-o-neill'],
  ['Priya Shah', 'priya-shah-2'],
  ['Zoë Brontë-Müller', 'zoe-bronte-muller'],
  ['Hall', 'hall-2'],
  ['  --  ', 'person'],
  ['王小明', 'person'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('makes of %s the id %s', (name, id) => expect(newId(entry, name, 'person')).toBe(id));
