/** What XML can’t hold: control characters, halves of letters, and what is no letter at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be taken out.
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text as an XML part of a file can hold it. */
export const xmlText = (text: string): string => text.replace(unfit, '');
