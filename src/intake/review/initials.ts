const titles = /^(cllr|councillor|dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|lord|lady|rev)\.?$/i;

/**
 * Initials for those who gave none, in the order of the team: two to four letters of the name, and where they are
 * taken more letters of the last name, then a number. `given` are kept as they are.
 */
export function fillInitials(
  people: readonly { readonly name: string; readonly initials?: string }[],
): readonly string[] {
  const taken = new Set(people.flatMap((p) => p.initials ?? []));
  return people.map(({ name, initials }) => {
    if (initials !== undefined) return initials;
    const made = candidates(name).find((c) => !taken.has(c)) ?? numberedOne(taken);
    taken.add(made);
    return made;
  });
}

function candidates(name: string): readonly string[] {
  const all = name.split(/[\s-]+/).map((w) => w.replace(/[^\p{L}\p{N}]/gu, ''));
  const plain = all.filter((w, i) => w !== '' && !(i < all.length - 1 && titles.test(w)));
  const words = plain.length > 0 ? plain : ['Peer'];
  const letters = (text: string) => [...text.toUpperCase().normalize('NFC')];
  const last = letters(words.at(-1)!);
  const firsts = words.slice(0, -1).map((w) => letters(w)[0]!);
  const first = firsts[0] ?? '';
  const usual = [...firsts.slice(0, 3), last[0]!].join('');
  const longer = [2, 3].map((n) => first + last.slice(0, n).join(''));
  const numbers = [2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${first}${last[0]}${n}`);
  return [usual, ...longer, ...numbers]
    .map((c) => [...c].slice(0, 4).join(''))
    .filter((c) => [...c].length >= 2);
}

function numberedOne(taken: ReadonlySet<string>): string {
  let n = 1;
  while (taken.has(`P${n}`)) n++;
  return `P${n}`;
}
