import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/publish/package-root.ts';
import { contactSheet, personSheet, roomSheet } from '../../src/publish/page/person.ts';
import { printablePage } from '../../src/publish/page/programme.ts';
import { templatesFolder } from '../../src/publish/page/render.ts';
import { weekPage } from '../../src/publish/page/week.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

const files = readdirSync(templatesFolder());
const templates = files
  .filter((f) => f.endsWith('.hbs'))
  .map((f) => [f, readFileSync(join(templatesFolder(), f), 'utf8')] as const);
const styles = files
  .filter((f) => f.endsWith('.css'))
  .map((f) => [f, readFileSync(join(templatesFolder(), f), 'utf8')] as const);

describe('the templates', () => {
  it.each(templates)('%s escapes all it is given', (_, text) => {
    expect(text).not.toMatch(/\{\{\{|\{\{&/);
  });
  it.each(templates)('%s quotes every attribute, and has neither script nor style of its own', (_, text) => {
    const plain = text.replace(/\{\{[^}]*\}\}/g, 'x').replace(/="[^"]*"/g, '=""');
    expect(plain.match(/<[a-z][^>]*\s[\w-]+=(?!")[^>]*>/g)).toBeNull();
    expect(plain).not.toMatch(/<script|\sstyle=|\son\w+=/i);
  });
  it.each(styles)('%s asks for nothing from elsewhere', (_, text) => {
    expect(text).not.toMatch(/url\(|@import|<\//);
  });
  it('are found from the folder of our package.json', () => {
    expect(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).name).toBe('peerweek');
  });
});

describe('what a person writes', () => {
  const evil = '<img src=x onerror=alert(1)>"\'{{council}}</style>&amp;';
  const base = sampleReview();
  const review = sampleReview({
    council: evil,
    sessions: base.sessions.map((s) => ({ ...s, title: evil })),
    peers: base.peers.map((p) => ({ ...p, name: evil, initials: '"><b' })),
    contacts: base.contacts.map((c) => ({ ...c, name: evil, jobTitle: evil })),
    rooms: base.rooms.map((r) => ({ ...r, name: evil })),
    waivers: base.waivers.map((w) => ({ ...w, because: evil })),
    locks: base.locks.map((l) => ({ ...l, because: evil })),
  });
  const pages = {
    programme: printablePage(review, sampleProgramme()),
    person: personSheet(review, sampleProgramme(), 'health')!,
    contact: contactSheet(review, sampleProgramme(), 'priya-shah')!,
    room: roomSheet(review, sampleProgramme(), 'hall')!,
    week: weekPage(review, sampleProgramme()),
  };

  it.each(Object.entries(pages))('is text, never markup: %s', (_, html) => {
    expect(html).not.toMatch(/<img|<b[^ro]|<script/);
    expect(html).toContain('&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/https?:|src=|<link/);
  });
});

describe('every print', () => {
  const review = sampleReview();
  const pages = {
    programme: printablePage(review, sampleProgramme()),
    person: personSheet(review, sampleProgramme(), 'leader')!,
    week: weekPage(review, sampleProgramme()),
  };
  it.each(Object.entries(pages))('says whose, which version and when, and what was waived: %s', (_, html) => {
    expect(html).toContain('Sampleshire Council');
    expect(html).toMatch(/Draft<\/span>Version 3, 12 January 2026/);
    expect(html).toContain('Monday 23 March to Friday 27 March 2026');
    expect(html).toContain(
      'for Commissioned services and voluntary sector: agreed by Tom Adeyemi on 10 January 2026, because: Two groups in one sitting, with a pause between',
    );
  });

  it('is a draft no longer once approved', () => {
    const html = printablePage(sampleReview({ approvedAt: '2026-03-02T12:00:00Z' }), sampleProgramme());
    expect(html).toContain('Version 3, approved 2 March 2026');
    expect(html).not.toContain('sheet__draft">');
  });

  it('tells a contact of no exception that is not about them', () => {
    expect(contactSheet(review, sampleProgramme(), 'priya-shah')).not.toContain('Exception');
    expect(contactSheet(review, sampleProgramme(), 'paul-sweeney')).toContain('Exception');
  });

  it('says what is not placed', () => {
    const html = printablePage(review, sampleProgramme({ unplaced: [{ session: 'scrutiny', because: [] }] }));
    expect(html).toContain('<strong>Not placed yet.</strong> Chair of children’s scrutiny.');
  });

  it('shows a waiver about nothing that is placed on every day', () => {
    const waiver = { ...review.waivers[0]!, about: 'nobody-placed', because: 'Seen in January' };
    const html = printablePage(sampleReview({ waivers: [waiver] }), sampleProgramme());
    expect(html.match(/Seen in January/g)).toHaveLength(5);
  });
});
