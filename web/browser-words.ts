/** Said before what it is also part of: Edge calls itself Chrome, and Chrome Safari. */
const browsers = [
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const;
const systems = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'a Mac'],
  [/Linux/, 'Linux'],
] as const;

const first = (of: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  of.find(([pattern]) => pattern.test(text))?.[1];

/** `Firefox on Windows`: as much of what a browser says of itself as helps its owner to know it again. */
export function browserWords(userAgent: string | undefined): string {
  const text = userAgent ?? '';
  const [browser, system] = [first(browsers, text) ?? 'A browser', first(systems, text)];
  return system ? `${browser} on ${system}` : browser;
}
