/*
 * The words of people's diaries: what each is to us. Longer phrases are looked for first, so that "only if needed" is
 * not "only", and "not available" not "available".
 */

/** What is said of a time. `not` turns what it stands with round; `only` says that there are no others. */
export type Mode = 'cant' | 'can' | 'only' | 'if-needed' | 'preferred' | 'not';
export type Part = 'morning' | 'afternoon' | 'evening' | 'lunch' | 'all-day';

/** A word that is no day and no time. */
export type Word =
  | { readonly kind: 'mode'; readonly mode: Mode }
  | { readonly kind: 'part'; readonly part: Part; readonly everyDay: boolean }
  | { readonly kind: 'noon' | 'midnight' }
  /** All days, unless others are named with it; `free`: says can by itself ("any time"). */
  | { readonly kind: 'every-day'; readonly free: boolean }
  /** All that is not otherwise spoken of. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'to' | 'until' | 'from' | 'after' | 'before' | 'onwards' | 'between' }
  | { readonly kind: 'and' | 'but' | 'except' | 'comma' | 'stop' | 'filler' };

const mode = (of: Mode): Word => ({ kind: 'mode', mode: of });
const part = (of: Part, everyDay = false): Word => ({ kind: 'part', part: of, everyDay });

const said: readonly (readonly [Word, string])[] = [
  [
    mode('if-needed'),
    `if needed|if need be|if necessary|if required|if really needed|if really necessary|if absolutely necessary
     |if absolutely needed|if you must|if you have to|if i must|if i have to|if we must|if we have to|if pushed
     |if nothing else|only if needed|only if necessary|only if required|only if you must|only if you have to
     |only if i must|only if i have to|only if pushed|only if nothing else|at a pinch|at a push|in a pinch|at a stretch
     |as a last resort|last resort|reluctantly|rather not|would rather not|prefer not|prefer not to|preferably not
     |ideally not|not ideal|not ideally|not preferred|possibly|maybe|difficult|awkward|tricky|avoid if possible
     |if possible avoid|not if possible`,
  ],
  [
    mode('preferred'),
    `prefer|prefers|preferred|preferably|preference|would prefer|ideally|ideal|best|better|would like|would suit|suits
     |suit`,
  ],
  [
    mode('cant'),
    `can't|cant|cannot|can not|busy|not available|unavailable|not free|away|on leave|annual leave|leave|on holiday|holiday
     |out of office|out of the office|out|off|booked|tied up|won't|wont|couldn't|couldnt|not able|unable|not possible
     |impossible|never|engaged|in meetings|working elsewhere|not there|not around|absent|avoid|not in`,
  ],
  [mode('not'), `not|no|nor|isn't|isnt|don't|dont|doesn't|doesnt|aren't|arent`],
  [mode('only'), `only|just|solely|nothing but|exclusively`],
  [mode('can'), `can|free|available|ok|okay|fine|possible|able|clear|works|good|around|could|yes`],
  [
    { kind: 'every-day', free: true },
    `any time|anytime|at any time|whenever|always|none|nothing|no restrictions|no commitments|any`,
  ],
  [
    { kind: 'every-day', free: false },
    `all week|the whole week|whole week|all of the week|this week|that week|the week|every day|everyday|each day|daily
     |any day|all days|every|each|throughout|all the time`,
  ],
  [
    { kind: 'rest' },
    `otherwise|the rest of the week|rest of the week|the rest of the time|rest of the time|the rest|rest|other days
     |other times|all other times|all other days|any other time|any other day|every other day|every other time`,
  ],
  [part('morning'), `morning|a.m.|am`],
  [part('afternoon'), `afternoon|p.m.|pm`],
  [part('evening'), `evening|night`],
  [part('lunch'), `lunch|lunchtime|lunch time`],
  [part('all-day'), `all day|whole day|the whole day|all of the day|all-day|all day long`],
  [part('morning', true), `mornings|ams`],
  [part('afternoon', true), `afternoons|pms`],
  [part('evening', true), `evenings|nights`],
  [part('lunch', true), `lunches|lunchtimes|lunch times`],
  [{ kind: 'noon' }, `noon|midday|mid-day|12 noon|12 midday|twelve noon`],
  [{ kind: 'midnight' }, `midnight|12 midnight`],
  [{ kind: 'to' }, `to|through|thru`],
  [{ kind: 'until' }, `until|till|til|up to|up until`],
  [{ kind: 'after' }, `after|past|later than|any time after`],
  [{ kind: 'from' }, `from|since|starting|starting from|starting at|any time from`],
  [{ kind: 'before' }, `before|by|earlier than|any time before`],
  [{ kind: 'onwards' }, `onwards|onward|or later|or after|later|and after|and later`],
  [{ kind: 'between' }, `between`],
  [{ kind: 'and' }, `and|or|plus|as well as`],
  [{ kind: 'but' }, `but|though|although|however|then|because|as`],
  [
    { kind: 'except' },
    `except|except for|except on|apart from|other than|excluding|excepting|bar|but for|save for`,
  ],
  [
    { kind: 'filler' },
    `i am|i'm|i'll|i'd|i've|i|we're|we are|we|he|she|they|he's|she's|they're|it's|it|is|are|was|be|been|being|seen|see
     |do|does|did|make|meet|on|at|the|a|an|of|in|my|our|her|his|their|its|me|us|him|them|please|sorry|thanks|thank you
     |hi|hello|will|would|that|this|there|here|time|times|hours|hrs|hour|day|days|week|session|interview|interviews
     |visit|meetings|meeting|also|so|well|have|has|had|got|with|for|if|which|who|when|these|those|during|o'clock|oclock
     |used|use|must|may|might|should|all|whole`,
  ],
];

const signs: Readonly<Record<string, Word['kind'] & ('and' | 'to' | 'comma' | 'stop' | 'filler')>> = {
  ',': 'comma',
  ';': 'comma',
  '\n': 'comma',
  '\r': 'comma',
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '-': 'to',
  '&': 'and',
  '+': 'and',
  '/': 'and',
  ':': 'filler',
  '(': 'filler',
  ')': 'filler',
  '"': 'filler',
  "'": 'filler',
  '*': 'filler',
  '•': 'filler',
  '·': 'filler',
};

const known: ReadonlyMap<string, Word> = new Map(
  said.flatMap(([word, list]) =>
    list.split('|').map((raw): readonly [string, Word] => [raw.trim().replace(/\s+/g, ' '), word]),
  ),
);

/** Any phrase, the longest first, as a word of its own. */
const pattern = new RegExp(
  `(?:${[...known.keys()]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replaceAll('.', '\\.').replaceAll(' ', '\\s+'))
    .join('|')})(?![a-z0-9'])`,
  'y',
);

/** The known word, phrase or sign that starts at `from` of a text in small letters, the longest that does. */
export function wordAt(text: string, from: number): { readonly word: Word; readonly to: number } | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text)?.[0];
  const word = found && known.get(found.replace(/\s+/g, ' '));
  if (word) return { word, to: from + found.length };
  const sign = signs[text.charAt(from)];
  return sign && { word: { kind: sign }, to: from + 1 };
}
