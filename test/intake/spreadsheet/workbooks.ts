import { crc32, deflateRawSync } from 'node:zlib';

/* Workbooks in the shapes in which programs write them, and in shapes that no program would. */

/** Files in a zip file, packed; `over` says otherwise than it is in the directory. */
export function zipped(
  files: Readonly<Record<string, string | Uint8Array>>,
  over: { readonly size?: number; readonly flags?: number } = {},
): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(over.flags ?? 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(over.size ?? bytes.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRels = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** What surrounds one sheet; `target`: as the program writes where it is. */
const around = (name: string, target: string, more = ''): Record<string, string> => ({
  '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  '_rels/.rels': `${xml}<Relationships ${packageRels}><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook ${main} xmlns:r="${rel}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships ${packageRels}><Relationship Id="rId1" Type="${rel}/worksheet" Target="${target}"/>${more}</Relationships>`,
});

const sheet = (rows: string): string => `${xml}<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`;

/** Excel: shared strings, styles for dates and times, a formula with what it came to, one that failed, gaps. */
export const excelFiles: Readonly<Record<string, string>> = {
  ...around(
    'People',
    'worksheets/sheet1.xml',
    `<Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/>`,
  ),
  'xl/styles.xml': `${xml}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  'xl/sharedStrings.xml': `${xml}<sst ${main} count="4" uniqueCount="4"><si><t>Name</t></si><si><t xml:space="preserve"> Siân  Rhys\n</t></si><si><r><t>Tom &amp; </t></r><r><rPr><b/></rPr><t>Jerry</t></r></si><si><t>Date</t></si></sst>`,
  'xl/worksheets/sheet1.xml': sheet(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>3</v></c><c r="C1" t="str"><v>Time</v></c><c r="D1" t="str"><v>Both</v></c><c r="E1" t="str"><v>Sum</v></c></row>' +
      '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>46105</v></c><c r="C3" s="2"><v>0.375</v></c><c r="D3" s="3"><v>46105.604166666664</v></c><c r="E3"><f>1+1.5</f><v>2.5</v></c></row>' +
      '<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" t="b"><v>1</v></c><c r="E4" t="e"><f>VLOOKUP(1,A:A,2)</f><v>#N/A</v></c></row>',
  ),
  'xl/media/image1.xml': '<!DOCTYPE x>',
};
export const excel = zipped(excelFiles);

/** openpyxl: where the sheet is from the root, strings in their cells. */
export const openpyxl = zipped({
  ...around('Sheet', '/xl/worksheets/sheet1.xml'),
  'xl/worksheets/sheet1.xml': sheet(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Seats</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>=2+2</t></is></c><c r="B2" t="n"><v>12</v></c></row>',
  ),
});

/** A workbook with one sheet, of these rows of XML. */
export const workbookOf = (rows: string, over: Parameters<typeof zipped>[1] = {}): Uint8Array =>
  zipped({ ...around('Sheet', 'worksheets/sheet1.xml'), 'xl/worksheets/sheet1.xml': sheet(rows) }, over);

/** One with a sheet that declares things before it begins. */
export const declaring = (declaration: string): Uint8Array =>
  zipped({
    ...around('Sheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${declaration}<worksheet ${main}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>`,
  });
