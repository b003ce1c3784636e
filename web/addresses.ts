/** Every address of the product, so that a page that moves is moved in one place. */
const inReview = (review: string, path = ''): string => `/reviews/${encodeURIComponent(review)}${path}`;

const query = (values: Readonly<Record<string, string | number | undefined>>): string => {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) given.set(name, String(value));
  return given.size === 0 ? '' : `?${given}`;
};

export const addresses = {
  reviews: '/',
  rules: '/rules',
  rule: (id: string): string => `/rules#${id}`,
  help: '/help',
  review: (review: string): string => inReview(review),
  newReview: '/reviews/new',
  setUp: (review: string): string => inReview(review, '/set-up'),
  setUpStep: (review: string, step: string): string => inReview(review, `/set-up/${step}`),
  ready: (review: string): string => inReview(review, '/ready'),
  frame: (review: string): string => inReview(review, '/frame'),
  list: (review: string): string => inReview(review, '/list'),
  people: (review: string, show: { sort?: string; find?: string; edit?: string } = {}): string =>
    inReview(review, `/people${query(show)}`),
  person: (review: string, person: string): string =>
    inReview(review, `/people/${encodeURIComponent(person)}`),
  diary: (review: string, person: string): string =>
    inReview(review, `/people/${encodeURIComponent(person)}/diary`),
  diaries: (review: string): string => inReview(review, '/diaries'),
  places: (review: string): string => inReview(review, '/places'),
  sessions: (review: string, show: { sort?: string; find?: string; edit?: string } = {}): string =>
    inReview(review, `/sessions${query(show)}`),
  bringIn: (review: string): string => inReview(review, '/bring-in'),
  history: (review: string): string => inReview(review, '/history'),
  members: (review: string): string => inReview(review, '/members'),
  data: (review: string): string => inReview(review, '/data'),
  undo: (review: string): string => inReview(review, '/undo'),
  programme: (review: string, show: { day?: number | 'all'; by?: string; who?: string } = {}): string =>
    inReview(review, `/programme${query(show)}`),
  alternatives: (review: string, how: { wait?: string; late?: string } = {}): string =>
    inReview(review, `/programme/alternatives${query(how)}`),
  useAlternative: (review: string): string => inReview(review, '/programme/alternatives/use'),
  session: (review: string, session: string): string =>
    inReview(review, `/programme/sessions/${encodeURIComponent(session)}`),
  findings: (review: string): string => inReview(review, '/findings'),
  leftOut: (review: string): string => inReview(review, '/left-out'),
  peers: (review: string): string => inReview(review, '/peers'),
  links: (review: string): string => inReview(review, '/peers/links'),
  revokeLink: (review: string): string => inReview(review, '/peers/links/revoke'),
  paper: (review: string): string => inReview(review, '/paper'),
  sheet: (review: string, kind: string, who?: string): string =>
    inReview(review, `/paper/${kind}${query({ who })}`),
  privateWeek: (token: string): string => `/p/${token}`,
  feed: (token: string): string => `/f/${token}.ics`,
} as const;
