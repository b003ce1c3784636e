/**
 * The typings of docx 9.7.0 can’t be read by TypeScript where Node’s own resolution holds (they import each other
 * without extensions). Here is the part of the library that we use; the tests read what comes of it back.
 */
declare module 'docx' {
  type Words<T extends string> = { readonly [K in T]: string };

  export const AlignmentType: Words<'RIGHT'>;
  export const BorderStyle: Words<'SINGLE'>;
  export const HeadingLevel: Words<'HEADING_1' | 'HEADING_2'>;
  export const HeightRule: Words<'ATLEAST'>;
  export const PageNumber: Words<'CURRENT' | 'TOTAL_PAGES'>;
  export const PageOrientation: Words<'LANDSCAPE' | 'PORTRAIT'>;
  export const SectionType: Words<'CONTINUOUS' | 'NEXT_PAGE'>;
  export const ShadingType: Words<'CLEAR'>;
  export const TableLayoutType: Words<'FIXED'>;
  export const WidthType: Words<'DXA'>;

  export class TextRun {
    constructor(options: {
      readonly text?: string;
      /** Pieces of text, and what `PageNumber` has. */
      readonly children?: readonly string[];
      /** Half points. */
      readonly size?: number;
      readonly bold?: boolean;
      readonly color?: string;
    });
  }

  export class Paragraph {
    constructor(options: {
      readonly children: readonly TextRun[];
      readonly heading?: string;
      readonly alignment?: string;
      readonly keepNext?: boolean;
      /** Twips. */
      readonly spacing?: { readonly before?: number; readonly after?: number; readonly line?: number };
    });
  }

  interface Edge {
    readonly style: string;
    readonly size: number;
    readonly color: string;
  }

  export class TableCell {
    constructor(options: {
      readonly children: readonly Paragraph[];
      readonly width: { readonly size: number; readonly type: string };
      readonly borders: { readonly [side in 'top' | 'bottom' | 'left' | 'right']: Edge };
      readonly columnSpan?: number;
      readonly rowSpan?: number;
      readonly shading?: { readonly type: string; readonly color: string; readonly fill: string };
    });
  }

  export class TableRow {
    constructor(options: {
      readonly children: readonly TableCell[];
      /** Its headings are repeated on each page. */
      readonly tableHeader?: boolean;
      readonly cantSplit?: boolean;
      readonly height?: { readonly value: number; readonly rule: string };
    });
  }

  export class Table {
    constructor(options: {
      readonly rows: readonly TableRow[];
      readonly width: { readonly size: number; readonly type: string };
      readonly columnWidths: readonly number[];
      readonly layout: string;
      readonly margins: { readonly [side in 'top' | 'bottom' | 'left' | 'right']: number };
    });
  }

  export class Header {
    constructor(options: { readonly children: readonly Paragraph[] });
  }

  export class Footer {
    constructor(options: { readonly children: readonly Paragraph[] });
  }

  export interface ISectionOptions {
    readonly properties: {
      readonly type?: string;
      /** Twips. */
      readonly column?: { readonly count: number; readonly space: number };
      readonly page: {
        readonly size: { readonly width: number; readonly height: number; readonly orientation: string };
        readonly margin: {
          readonly [side in 'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer']: number;
        };
      };
    };
    readonly headers: { readonly default: Header };
    readonly footers: { readonly default: Footer };
    readonly children: readonly (Paragraph | Table)[];
  }

  interface Style {
    readonly run: {
      readonly font: string;
      /** Half points. */
      readonly size?: number;
      readonly color?: string;
      readonly language?: { readonly value: string };
    };
  }

  export class Document {
    constructor(options: {
      readonly title: string;
      readonly creator: string;
      readonly lastModifiedBy: string;
      readonly styles: {
        readonly default: { readonly document: Style; readonly heading1: Style; readonly heading2: Style };
      };
      readonly sections: readonly ISectionOptions[];
    });
  }

  export const Packer: { toBuffer(document: Document): Promise<Uint8Array> };
}
