/** Every address of the product, so that a page that moves is moved in one place. */
const inReview = (review: string, path = ''): string => `/reviews/${encodeURIComponent(review)}${path}`;

const query = (values: Readonly<Record<string, string | number | undefined>>): string => {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) given.set(name, String(value));
  return given.size === 0 ? '' : `?${given}`;
};

/** How a list is shown: sorted by what, which row is being changed, or asked whether it is to go. */
type Shown = {
  readonly sort?: string | undefined;
  readonly edit?: string | undefined;
  readonly remove?: string | undefined;
  /** The next is to be added: the first field has the focus. */
  readonly add?: string | undefined;
};
type EnteredList = 'people' | 'places/sites' | 'places/rooms' | 'sessions' | 'peers';

const diaryPaths = {
  contacts: 'people',
  peers: 'peers',
  rooms: 'places/rooms',
  sites: 'places/sites',
} as const;

/** How the grid is shown, and what is picked in it: `to` a start, with `place` and `pair`; or to `swap` with another. */
export type GridShown = {
  readonly day?: number | 'all' | undefined;
  readonly by?: string | undefined;
  readonly who?: string | undefined;
  readonly pick?: string | undefined;
  readonly to?: number | undefined;
  readonly place?: string | undefined;
  readonly pair?: string | undefined;
  readonly swap?: string | undefined;
};

/** Where a draft is worked on. */
export type DraftAddresses = ReturnType<typeof draftAddresses>;

/** The addresses of the draft, or of a what-if beside it: the same pages under another path. */
export const draftAddresses = (review: string, scenario?: string) => {
  const base = inReview(
    review,
    `${scenario === undefined ? '' : `/what-if/${encodeURIComponent(scenario)}`}/programme`,
  );
  const ofSession = (session: string, what = ''): string =>
    `${base}/sessions/${encodeURIComponent(session)}${what}`;
  return {
    grid: (show: GridShown = {}): string =>
      `${base}${query(show)}${show.pick === undefined ? '' : '#picked'}`,
    session: (session: string, how: { readonly late?: string; readonly day?: number | 'all' } = {}): string =>
      `${ofSession(session)}${query(how)}`,
    move: (session: string): string => ofSession(session, '/move'),
    stream: (session: string): string => ofSession(session, '/stream'),
    swap: (session: string): string => ofSession(session, '/swap'),
    park: (session: string): string => ofSession(session, '/park'),
    lock: (session: string): string => ofSession(session, '/lock'),
    mend: (ask: Readonly<Record<string, string>> = {}): string => `${base}/mend${query(ask)}`,
    applyMend: `${base}/mend/apply`,
    undo: `${base}/undo`,
    /** A session that comes late; `again`: a second one of that session. */
    late: (again?: string): string => `${base}/late${query({ again })}`,
  };
};

export const addresses = {
  reviews: '/',
  rules: '/rules',
  rule: (id: string): string => `/rules#${id}`,
  help: '/help',
  signIn: (to?: string): string => `/sign-in${query({ to: to === '/' ? undefined : to })}`,
  signInSent: '/sign-in/sent',
  signInWith: (token: string): string => `/sign-in/${token}`,
  signOut: '/sign-out',
  account: '/account',
  rename: '/account/name',
  signOutEverywhere: '/account/sign-out-everywhere',
  signOutThere: '/account/sign-out-there',
  accessTokens: '/account/tokens',
  revokeAccessToken: '/account/tokens/revoke',
  leave: '/account/leave',
  closeAccount: '/account/close',
  changeAddress: '/account/address',
  newAddress: (token: string) => `/account/address/${token}`,
  join: '/join',
  coordinate: '/coordinate',
  /** The list of peers that all reviews share, or one of it. */
  listedPeers: (id?: string): string =>
    `/coordinate/peers${id === undefined ? '' : `/${encodeURIComponent(id)}`}`,
  removeListed: (id: string): string => `/coordinate/peers/${encodeURIComponent(id)}/remove`,
  sharedFrames: '/coordinate/weeks',
  removeFrame: '/coordinate/weeks/remove',
  sharedLetters: '/coordinate/letters',
  sharedHistory: (from = 0): string => `/coordinate/history${from > 0 ? `?from=${from}` : ''}`,
  peersFromList: (review: string): string => inReview(review, '/peers/from-list'),
  listTeam: (review: string): string => inReview(review, '/peers/from-list/team'),
  frameTake: (review: string): string => inReview(review, '/frame/take'),
  frameKeep: (review: string): string => inReview(review, '/frame/keep'),
  outbox: '/outbox',
  sendAgain: '/outbox/again',
  review: (review: string): string => inReview(review),
  newReview: '/reviews/new',
  readBack: '/read-back',
  whole: (review: string): string => inReview(review, '/whole.zip'),
  sample: '/reviews/sample-to-play-with',
  throwAway: (review: string): string => inReview(review, '/throw-away'),
  setUp: (review: string): string => inReview(review, '/set-up'),
  setUpStep: (review: string, step: string): string => inReview(review, `/set-up/${step}`),
  ready: (review: string): string => inReview(review, '/ready'),
  frame: (review: string, day?: number, item?: string): string =>
    inReview(review, `/frame${query({ day })}${item ? `#${item}` : ''}`),
  frameDay: (review: string, day: number): string => inReview(review, `/frame/days/${day}`),
  frameReset: (review: string): string => inReview(review, '/frame/reset'),
  list: (review: string): string => inReview(review, '/list'),
  listRole: (review: string, role: string, act = ''): string =>
    inReview(review, `/list/roles/${role}${act && `/${act}`}`),
  listGroup: (review: string, roles: readonly string[]): string =>
    inReview(review, `/list/group${roles.map((role, n) => `${n === 0 ? '?' : '&'}role=${role}`).join('')}`),
  listStanding: (review: string): string => inReview(review, '/list/standing'),
  listSeats: (review: string): string => inReview(review, '/list/seats'),
  people: (review: string, show: Shown = {}): string => inReview(review, `/people${query(show)}`),
  person: (review: string, person: string): string =>
    inReview(review, `/people/${encodeURIComponent(person)}`),
  diary: (review: string, person: string): string =>
    inReview(review, `/people/${encodeURIComponent(person)}/diary`),
  /** The diary of anybody or anything that has one. `live`: what it leaves, as it is painted; `bring-in`: from a calendar. */
  diaryOf: (review: string, list: keyof typeof diaryPaths, id: string, what?: 'live' | 'bring-in'): string =>
    inReview(review, `/${diaryPaths[list]}/${encodeURIComponent(id)}/diary${what ? `/${what}` : ''}`),
  diaries: (review: string): string => inReview(review, '/diaries'),
  /** `new`: one that is not there yet. */
  meeting: (review: string, meeting: string, what?: 'live' | 'remove'): string =>
    inReview(review, `/diaries/meetings/${encodeURIComponent(meeting)}${what ? `/${what}` : ''}`),
  askDiaries: (review: string): string => inReview(review, '/diaries/ask'),
  endDiaryLinks: (review: string): string => inReview(review, '/diaries/links/end'),
  places: (review: string, show: Shown = {}): string => inReview(review, `/places${query(show)}`),
  sessions: (review: string, show: Shown = {}): string => inReview(review, `/sessions${query(show)}`),
  /** Something entered, and what a form does with it. */
  entered: (
    review: string,
    list: EnteredList,
    id: string,
    what?: 'row' | 'whole' | 'duplicate' | 'remove',
  ): string => inReview(review, `/${list}/${encodeURIComponent(id)}${what ? `/${what}` : ''}`),
  /** Where a list takes something new. */
  newIn: (review: string, list: EnteredList): string => inReview(review, `/${list}`),
  found: (review: string, list: EnteredList): string => inReview(review, `/${list}/find`),
  travel: (review: string): string => inReview(review, '/places/travel'),
  pairings: (review: string): string => inReview(review, '/peers/pairings'),
  bringIn: (review: string): string => inReview(review, '/bring-in'),
  bringInCalendars: (review: string): string => inReview(review, '/bring-in/calendars'),
  /** A workbook to fill in; `as-it-is`: with what is entered in it. */
  bringInWorkbook: (review: string, which: 'template' | 'as-it-is'): string =>
    inReview(review, `/bring-in/${which}.xlsx`),
  /** What was brought and waits to be looked over; `what`: what is done with it. */
  broughtIn: (
    review: string,
    upload: string,
    what: 'apply' | 'read-as' | 'throw-away' | '' = '',
    show: {
      readonly sheet?: number | undefined;
      readonly show?: string | undefined;
      readonly page?: number | undefined;
      readonly chosen?: string | undefined;
    } = {},
  ): string => inReview(review, `/bring-in/${encodeURIComponent(upload)}${what && `/${what}`}${query(show)}`),
  agree: (review: string): string => inReview(review, '/agree'),
  agreeTo: (review: string, act: string): string => inReview(review, `/agree/${act}`),
  asPeer: (review: string, peer: string): string => inReview(review, `/agree/as/${encodeURIComponent(peer)}`),
  exceptions: (review: string): string => inReview(review, '/agree/exceptions'),
  withdrawException: (review: string): string => inReview(review, '/agree/exceptions/withdraw'),
  comments: (review: string): string => inReview(review, '/agree/comments'),
  settleComment: (review: string): string => inReview(review, '/agree/comments/settle'),
  releases: (review: string): string => inReview(review, '/releases'),
  followReleases: (review: string): string => inReview(review, '/releases/follow'),
  releaseFeed: (token: string): string => `/f/${encodeURIComponent(token)}.atom`,
  release: (review: string, number: number): string => inReview(review, `/releases/${number}`),
  compareReleases: (review: string, one: number, other: number): string =>
    inReview(review, `/releases/${one}/compare/${other}`),
  /** The same on paper: a page to print, or a file. */
  comparisonPaper: (review: string, one: number, other: number, form: '' | '.pdf', who?: string): string =>
    inReview(review, `/releases/${one}/compare/${other}/paper${form}${query({ who })}`),
  history: (review: string, from?: number): string => inReview(review, `/history${query({ from })}`),
  draftVersion: (review: string, version: number): string => inReview(review, `/history/draft/${version}`),
  version: (review: string, version: number): string => inReview(review, `/history/${version}`),
  members: (review: string): string => inReview(review, '/members'),
  invite: (review: string): string => inReview(review, '/members/invitations'),
  inviteAgain: (review: string): string => inReview(review, '/members/invitations/again'),
  withdraw: (review: string): string => inReview(review, '/members/invitations/withdraw'),
  memberRoles: (review: string): string => inReview(review, '/members/roles'),
  removeMember: (review: string): string => inReview(review, '/members/remove'),
  data: (review: string, show: { said?: 'kept' | 'erased'; before?: 'yes'; from?: number } = {}): string =>
    inReview(review, `/data${query(show)}`),
  keepUntil: (review: string): string => inReview(review, '/data/until'),
  removeReview: (review: string): string => inReview(review, '/data/remove'),
  personData: (review: string, person: string): string =>
    inReview(review, `/data/people/${encodeURIComponent(person)}`),
  personFile: (review: string, person: string): string =>
    inReview(review, `/data/people/${encodeURIComponent(person)}/file`),
  erasePerson: (review: string, person: string): string =>
    inReview(review, `/data/people/${encodeURIComponent(person)}/erase`),
  undo: (review: string): string => inReview(review, '/undo'),
  programme: (review: string, show: { day?: number | 'all'; by?: string; who?: string } = {}): string =>
    inReview(review, `/programme${query(show)}`),
  /** `job`: the one that is waited for, on to the programme when it is there. */
  build: (
    review: string,
    show: {
      readonly job?: string;
      readonly day?: number;
      readonly wait?: string;
      readonly late?: string;
    } = {},
  ): string => inReview(review, `/programme/build${query(show)}`),
  stopBuild: (review: string): string => inReview(review, '/programme/build/stop'),
  takeBuilt: (review: string): string => inReview(review, '/programme/build/take'),
  keepOwn: (review: string): string => inReview(review, '/programme/build/keep'),
  /** What others do, as it happens; `since`: what the page knows of. */
  news: (review: string, since: string): string => inReview(review, `/news${query({ since })}`),
  alternatives: (review: string, how: { wait?: string; late?: string } = {}): string =>
    inReview(review, `/programme/alternatives${query(how)}`),
  useAlternative: (review: string): string => inReview(review, '/programme/alternatives/use'),
  session: (review: string, session: string, how: { late?: string } = {}): string =>
    inReview(review, `/programme/sessions/${encodeURIComponent(session)}${query(how)}`),
  moveSession: (review: string, session: string): string =>
    inReview(review, `/programme/sessions/${encodeURIComponent(session)}/move`),
  parkSession: (review: string, session: string): string =>
    inReview(review, `/programme/sessions/${encodeURIComponent(session)}/park`),
  whatIfs: (review: string): string => inReview(review, '/what-if'),
  whatIf: (review: string, scenario: string, how: { late?: string } = {}): string =>
    inReview(review, `/what-if/${encodeURIComponent(scenario)}${query(how)}`),
  /** What-ifs beside the programme and one another; none named: the newest two. */
  whatIfsBeside: (review: string): string => inReview(review, '/what-if/side-by-side'),
  takeWhatIf: (review: string, scenario: string): string =>
    inReview(review, `/what-if/${encodeURIComponent(scenario)}/take`),
  throwAwayWhatIf: (review: string, scenario: string): string =>
    inReview(review, `/what-if/${encodeURIComponent(scenario)}/throw-away`),
  undoMove: (review: string): string => inReview(review, '/programme/undo'),
  findings: (review: string): string => inReview(review, '/findings'),
  leftOut: (review: string): string => inReview(review, '/left-out'),
  peers: (review: string, show: Shown = {}): string => inReview(review, `/peers${query(show)}`),
  links: (review: string): string => inReview(review, '/peers/links'),
  revokeLink: (review: string): string => inReview(review, '/peers/links/revoke'),
  /** Private links to weeks and calendars; `list`: whose. */
  calendars: (review: string, list?: string): string => inReview(review, `/calendars${query({ list })}`),
  /** The private link to their own week, for one of the team. */
  ownCalendar: (review: string): string => inReview(review, '/my-calendar'),
  /** Letters to everybody whom the last release concerns; `what`: one is tried again. */
  letters: (review: string, what?: 'again'): string => inReview(review, `/letters${what ? `/${what}` : ''}`),
  /** Who can't come; `what`: what is done about it. */
  cantComes: (review: string, what?: 'settle' | 'mend'): string =>
    inReview(review, `/cant-come${what ? `/${what}` : ''}`),
  pairs: (review: string): string => inReview(review, '/pairs'),
  pair: (review: string, session: string, how: { late?: string } = {}): string =>
    inReview(review, `/pairs/${encodeURIComponent(session)}${query(how)}`),
  leads: (review: string): string => inReview(review, '/pairs/leads'),
  lockPairs: (review: string): string => inReview(review, '/pairs/lock'),
  unlockPair: (review: string): string => inReview(review, '/pairs/unlock'),
  /** The week as it goes on; `at`: a moment of it that was chosen, to rehearse on. */
  week: (review: string, ask: { readonly at?: string | undefined } = {}): string =>
    inReview(review, `/week${query(ask)}`),
  happened: (
    review: string,
    ask: {
      readonly at?: string | undefined;
      readonly session?: string | undefined;
      readonly kind?: string | undefined;
    } = {},
  ): string => inReview(review, `/week/happened${query(ask)}`),
  /** One thing that happened; `what`: what is done about it. */
  happening: (
    review: string,
    id: string,
    what?: 'apply' | 'leave' | 'withdraw',
    how: { readonly late?: string; readonly wait?: string } = {},
  ): string =>
    inReview(review, `/week/happened/${encodeURIComponent(id)}${what ? `/${what}` : ''}${query(how)}`),
  eveningPairs: (review: string, ask: { readonly day?: number } = {}): string =>
    inReview(review, `/week/pairs${query(ask)}`),
  board: (review: string, ask: { readonly at?: string | undefined } = {}): string =>
    inReview(review, `/board${query(ask)}`),
  boardLinks: (review: string, what?: 'revoke'): string =>
    inReview(review, `/board/links${what ? `/${what}` : ''}`),
  wallBoard: (token: string): string => `/b/${token}`,
  paper: (review: string, as?: string, of?: string): string => inReview(review, `/paper${query({ as, of })}`),
  sheet: (review: string, kind: string, who?: string, of?: string): string =>
    inReview(review, `/paper/${kind}${query({ who, of })}`),
  privateDiary: (token: string): string => `/d/${token}`,
  privateWeek: (token: string): string => `/p/${token}`,
  /** How the calendar of a private link is added to the programs that people have. */
  addCalendar: (token: string): string => `/p/${token}/calendar`,
  /** A contact says by a private link that they can't come, or can after all. */
  cantCome: (token: string): string => `/p/${token}/cant-come`,
  /** The browser's own worker, which keeps the page of a private link on a phone. */
  offline: '/offline.js',
  feed: (token: string): string => `/f/${token}.ics`,
} as const;
