interface Named {
  readonly name: string;
}

const surname = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;

/** The order of a list of people: by the last word of their names, as people are looked for. */
export const bySurname = (a: Named, b: Named): number =>
  surname(a.name).localeCompare(surname(b.name), 'en-GB') || a.name.localeCompare(b.name, 'en-GB');
