import { crc32, inflateRawSync } from 'node:zlib';
import type { Reading } from '../problem.ts';
import { read, trouble } from '../trouble.ts';
import { MOST_PARTS, MOST_UNZIPPED } from './limits.ts';

/** The files inside a zip file, by their names. */
export type Parts = ReadonlyMap<string, Uint8Array>;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** An end record and the longest comment behind it. */
const TAIL = 22 + 65_535;

const broken = () =>
  trouble(
    'The file is damaged: it can’t be unpacked.',
    'Open it in Excel, save it again as an Excel workbook (.xlsx) and bring in the new one.',
  );

const tooLarge = (what: string) =>
  trouble(
    `Unpacked, the file is far too large (${what}).`,
    'Copy the rows you need into a new workbook, save that and bring it in.',
  );

/**
 * Unpacks those files of a zip file that `wanted` asks for. What they come to is limited before anything is unpacked (by
 * what the directory says) and while it is (whatever the directory says), so that a small file can't become a huge one.
 * APPNOTE.TXT 6.3, sections 4.3.7 to 4.3.16; no encryption, no Zip64, no file in several pieces.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most: { readonly parts: number; readonly unzipped: number } = {
    parts: MOST_PARTS,
    unzipped: MOST_UNZIPPED,
  },
): Reading<Parts> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return broken();
  const count = view.readUInt16LE(end + 10);
  const from = view.readUInt32LE(end + 16);
  if (count > most.parts) return tooLarge(`${count} files in one`);
  const parts = new Map<string, Uint8Array>();
  let left = most.unzipped;
  let at = from;
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== ENTRY) return broken();
    const entry = entryAt(view, at);
    at = entry.next;
    if (!wanted(entry.name)) continue;
    if (entry.encrypted) return locked();
    if (entry.size > left) return tooLarge('more than 60 MB');
    const content = contentOf(view, entry, left);
    if (content === 'too large') return tooLarge('more than 60 MB');
    if (!content || parts.has(entry.name)) return broken();
    left -= content.length;
    parts.set(entry.name, content);
  }
  return read(parts);
}

/** What a locked workbook gets to hear, wherever the lock is met. */
export const locked = () =>
  trouble(
    'The file is locked with a password.',
    'Open it in Excel, take the password off (File, Info, Protect Workbook), save it and bring it in.',
  );

function endOf(view: Buffer): number {
  for (let at = view.length - 22; at >= Math.max(0, view.length - TAIL); at--)
    if (view.readUInt32LE(at) === END) return at;
  return -1;
}

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly local: number;
  readonly next: number;
}

function entryAt(view: Buffer, at: number): Entry {
  const [name, extra, comment] = [
    view.readUInt16LE(at + 28),
    view.readUInt16LE(at + 30),
    view.readUInt16LE(at + 32),
  ];
  return {
    name: view.toString('utf8', at + 46, at + 46 + name).replaceAll('\\', '/'),
    encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
    method: view.readUInt16LE(at + 10),
    crc: view.readUInt32LE(at + 16),
    packed: view.readUInt32LE(at + 20),
    size: view.readUInt32LE(at + 24),
    local: view.readUInt32LE(at + 42),
    next: at + 46 + name + extra + comment,
  };
}

function contentOf(view: Buffer, entry: Entry, most: number): Uint8Array | 'too large' | undefined {
  const { local, packed, method, crc } = entry;
  if (local + 30 > view.length || view.readUInt32LE(local) !== LOCAL) return undefined;
  const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  if (start + packed > view.length) return undefined;
  const data = view.subarray(start, start + packed);
  try {
    const content =
      method === 0 ? data : method === 8 ? inflateRawSync(data, { maxOutputLength: most + 1 }) : undefined;
    if (content && content.length > most) return 'too large';
    return content && crc32(content) === crc ? content : undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : undefined;
  }
}

/** Files as a zip file that holds them as they are, for a reader that wants one. */
export function zip(parts: Parts): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const title = Buffer.from(name);
    // Version, flags (names in UTF-8), method, time, date; then sizes, the same packed as unpacked.
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(content.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(title.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(ENTRY, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, title);
    const start = Buffer.alloc(4);
    start.writeUInt32LE(LOCAL);
    files.push(start, head, title, Buffer.from(content.buffer, content.byteOffset, content.byteLength));
    at += 30 + title.length + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Uint8Array.from(Buffer.concat([...files, listed, end]));
}
