/** What somebody got wrong in the full entry (what stands there now, by path), and the exact lines they get for it. */
export type Mistake = readonly [name: string, now: Readonly<Record<string, unknown>>, ...lines: string[]];

/** Nothing stands there any more. */
const gone = undefined;

/** Fields of the wrong shape. */
export const ofShape: readonly Mistake[] = [
  [
    'a field misspelt',
    { 'contacts[3].phoneagreed': true },
    'contacts[3].phoneagreed: is not a field of a contact. Did you mean “phoneAgreed”?',
  ],
  [
    'the ends of a span by other names',
    { 'contacts[0].diary.busy[0]': { day: 2, start: '09:00', end: '10:00' } },
    'contacts[0].diary.busy[0].start: is not a field of a span on a day. Here it is called “from”.',
    'contacts[0].diary.busy[0].end: is not a field of a span on a day. Here it is called “to”.',
  ],
  [
    'a field nobody knows',
    { 'rooms[0].colour': 'blue' },
    'rooms[0].colour: is not a field of a room. Take it out.',
  ],
  [
    'a field that belongs elsewhere',
    { sponsor: 'director' },
    'sponsor: is not a field of a review file. Take it out.',
  ],
  [
    'a missing field',
    { 'contacts[1].name': gone },
    'contacts[1].name: is missing. Give the name to print, on one line.',
  ],
  ['a missing section', { review: gone }, 'review: is missing. Give a review as fields in { … }.'],
  [
    'null where a field may be left out',
    { 'sessions[1].host': null },
    'sessions[1].host: is null, not a text in quotes. Give the id of a contact, or take it out.',
  ],
  [
    'null where a field is needed',
    { 'sessions[1].title': null },
    'sessions[1].title: is null, not a text in quotes. Give the title to print, on one line.',
  ],
  [
    'a text for a number',
    { 'rooms[1].capacity': '20' },
    'rooms[1].capacity: is "20", not a number. Give how many people it holds, peers included, a number from 1 to 10000.',
  ],
  [
    'a number for a text',
    { 'peers[0].name': 7 },
    'peers[0].name: is 7, not a text in quotes. Give the name to print, on one line.',
  ],
  [
    'a text for a truth',
    { 'sessions[1].evening': 'yes' },
    'sessions[1].evening: is "yes", not true or false. Give true or false, without quotes.',
  ],
  [
    'an object for a list',
    { sites: { civic: {} } },
    'sites: is a group of fields { … }, not a list. Give a list, in [ … ].',
  ],
  [
    'a text for a list',
    { 'sessions[0].contacts': 'director' },
    'sessions[0].contacts: is "director", not a list. Give a list, in [ … ].',
  ],
  [
    'a text for an object',
    { 'sessions[2].place': 'committee' },
    'sessions[2].place: is "committee", not a group of fields. Give the place of a session as fields in { … }.',
  ],
  [
    'a kind misspelt',
    { 'sessions[2].kind': 'focusgroup' },
    'sessions[2].kind: is "focusgroup", which is not known here. Did you mean “focus-group”?',
  ],
  [
    'a kind that is none',
    { 'sessions[2].kind': 'chat' },
    'sessions[2].kind: is "chat", which is not known here. Give interview, focus-group, site-visit, debrief or record-review.',
  ],
  [
    'a role misspelt',
    { 'contacts[0].roles': ['director-childrens-service'] },
    'contacts[0].roles[0]: is "director-childrens-service", which is not known here. Did you mean “director-childrens-services”?',
  ],
  [
    'a role that is not on the list',
    { 'contacts[0].roles': ['mayor'] },
    'contacts[0].roles[0]: is "mayor", which is not known here. Give one that “peerweek schema review” lists for this field.',
  ],
  ['blank name', { 'peers[1].name': '  ' }, 'peers[1].name: is blank. Give the name to print, on one line.'],
  [
    'a line break in a name',
    { 'peers[1].name': 'Alan\nBell' },
    'peers[1].name: is "Alan\\nBell", which can’t be used here. Give the name to print, on one line.',
  ],
  [
    'a name that is far too long',
    { 'peers[1].name': 'A'.repeat(400) },
    'peers[1].name: is too long, at 400 characters. Give at most 300 characters.',
  ],
  [
    'an id with a capital and a space',
    { 'sessions[3].id': 'The Youth' },
    'sessions[3].id: is "The Youth", which can’t be used here. Give an id of at most 64 small letters, digits and hyphens, such as "civic-centre".',
  ],
  [
    'another version',
    { peerweek: 2 },
    'peerweek: is 2, which is not known here. Give "peerweek": 1, the version of the format.',
  ],
  [
    'a room that holds nobody',
    { 'rooms[1].capacity': 0 },
    'rooms[1].capacity: is 0, which is too small. Give how many people it holds, peers included, a number from 1 to 10000.',
  ],
  [
    'half a person',
    { 'sessions[2].headcount': 7.5 },
    'sessions[2].headcount: is 7.5, not a whole number. Give how many people besides the peers, a number from 0 to 1000.',
  ],
  [
    'a length off the quarter hour',
    { 'sessions[4].minutes': 50 },
    'sessions[4].minutes: is 50, which is not on the quarter hour. Give a number of minutes that is a multiple of 15, from 15 to 600.',
  ],
  [
    'no length at all',
    { 'sessions[4].minutes': 0 },
    'sessions[4].minutes: is 0, which is too small. Give a number of minutes that is a multiple of 15, from 15 to 600.',
  ],
  [
    'a day past the week',
    { 'sessions[1].latestDay': 6 },
    'sessions[1].latestDay: is 6, which is too large. Give a day of the week as a number from 0 to 5.',
  ],
  [
    'a pair of one',
    { 'pairings.fixed[0]': ['leader'] },
    'pairings.fixed[0]: holds 1 thing. Give the ids of two peers, as ["…", "…"].',
  ],
  [
    'three sites',
    { 'travel[0].between': ['civic', 'hospital', 'civic'] },
    'travel[0].between: holds 3 things. Give the ids of two sites, as ["…", "…"].',
  ],
  [
    'no e-mail address',
    { 'contacts[0].email': 'dee at sampleshire' },
    'contacts[0].email: is "dee at sampleshire", which can’t be used here. Give one e-mail address, such as "name@council.gov.uk".',
  ],
  [
    'a negative weight',
    { "review.weights['diaries/preferred']": -1 },
    'review.weights["diaries/preferred"]: is -1, which is too small. Give a number, 0 or more.',
  ],
  [
    'a word for early',
    { 'contacts[0].early': 'soon' },
    'contacts[0].early: is "soon", which is not known here. Give true, false, or the number of a day from 1 to 5.',
  ],
  [
    'no room',
    { 'sessions[2].place.room': false },
    'sessions[2].place.room: is false, which is not known here. Give true for any room that fits, or the id of a room.',
  ],
  [
    'a word for all peers',
    { 'review.frame.days[1].events[0].peers': 'everyone' },
    'review.frame.days[1].events[0].peers: is "everyone", which is not known here. Give "all", or a list of the ids of peers.',
  ],
  [
    'a span with other fields',
    { 'peers[0].diary.busy[0]': { start: '2026-03-31T09:00', end: '2026-03-31T10:00' } },
    'peers[0].diary.busy[0]: is a group of fields { … }, which is not known here. Give { "from": "2026-03-24T09:00", "to": "2026-03-24T11:30" } or { "day": 2, "from": "09:00", "to": "11:30" }.',
  ],
  [
    'a span without an end',
    { 'peers[0].diary.busy[0].to': gone },
    'peers[0].diary.busy[0].to: is missing. Give a local time as "2026-03-24T09:00", or a date as "2026-03-24".',
  ],
  [
    'a span in words',
    { 'peers[0].diary.busy[0]': 'Tuesday morning' },
    'peers[0].diary.busy[0]: is "Tuesday morning", which is not known here. Give { "from": "2026-03-24T09:00", "to": "2026-03-24T11:30" } or { "day": 2, "from": "09:00", "to": "11:30" }.',
  ],
  [
    'a time of day with one digit',
    { 'peers[0].diary.ifNeeded[0].from': '9:00' },
    'peers[0].diary.ifNeeded[0].from: is "9:00", which can’t be used here. Give a time of day as "09:00", up to "24:00".',
  ],
  [
    'a span without its day',
    { 'peers[0].diary.ifNeeded[0].day': gone },
    'peers[0].diary.ifNeeded[0].from: is "11:30", which can’t be used here. Give a local time as "2026-03-24T09:00", or a date as "2026-03-24".',
    'peers[0].diary.ifNeeded[0].to: is "12:00", which can’t be used here. Give a local time as "2026-03-24T09:00", or a date as "2026-03-24".',
  ],
  [
    'one span where a list goes',
    { 'peers[0].diary.busy': { day: 3 } },
    'peers[0].diary.busy: is a group of fields { … }, not a list. Give a list, in [ … ].',
  ],
  [
    'one initial',
    { 'peers[1].initials': 'A' },
    'peers[1].initials: is "A", which can’t be used here. Give two to four letters.',
  ],
];

/** Times that are not, or can't be used. */
export const ofTime: readonly Mistake[] = [
  [
    'a time in the hour that the clocks skip',
    { 'contacts[0].diary.busy[0]': { from: '2026-03-29T00:30', to: '2026-03-29T01:30' } },
    'contacts[0].diary.busy[0].to: 2026-03-29T01:30 does not exist, the clocks go forward then. Give a time from 02:00.',
  ],
  [
    '30 February',
    { 'contacts[0].diary.busy[0]': { from: '2026-02-30T09:00', to: '2026-03-31T09:00' } },
    'contacts[0].diary.busy[0].from: 2026-02-30T09:00 is on no calendar or clock. Give a real date and a time from 00:00 to 24:00.',
  ],
  [
    '32 March',
    { 'contacts[0].diary.busy[0]': { from: '2026-03-32', to: '2026-03-31' } },
    'contacts[0].diary.busy[0].from: 2026-03-32 is on no calendar. Give a real date.',
  ],
  [
    '25 o’clock',
    { 'contacts[0].diary.busy[0]': { from: '2026-03-31T09:00', to: '2026-03-31T25:00' } },
    'contacts[0].diary.busy[0].to: 2026-03-31T25:00 is on no calendar or clock. Give a real date and a time from 00:00 to 24:00.',
  ],
  [
    'ten past nine',
    { 'contacts[0].diary.busy[0]': { from: '2026-03-31T09:10', to: '2026-03-31T10:00' } },
    'contacts[0].diary.busy[0].from: 09:10 is not on a quarter hour. Give 09:00 or 09:15.',
  ],
  [
    'a minute to midnight',
    { 'contacts[0].diary.busy[0]': { from: '2026-03-31T09:00', to: '2026-03-31T23:59' } },
    'contacts[0].diary.busy[0].to: 23:59 is not on a quarter hour. Give 23:45 or 24:00.',
  ],
  [
    'a span backwards',
    { 'contacts[0].diary.busy[0]': { from: '2026-03-31T11:00', to: '2026-03-31T09:00' } },
    'contacts[0].diary.busy[0].to: is not after the start. Give an end after the start.',
  ],
  [
    'an empty span',
    { 'contacts[0].diary.busy[0]': { from: '2026-03-31T11:00', to: '2026-03-31T11:00' } },
    'contacts[0].diary.busy[0].to: is not after the start. Give an end after the start.',
  ],
  [
    'dates backwards',
    { 'contacts[0].diary.busy[0]': { from: '2026-03-31', to: '2026-03-30' } },
    'contacts[0].diary.busy[0].to: is not after the start. Give an end after the start.',
  ],
  [
    'a span on a day backwards',
    { 'contacts[0].diary.ifNeeded[0]': { day: 1, from: '15:00', to: '14:00' } },
    'contacts[0].diary.ifNeeded[0].to: is not after the start. Give an end after the start.',
  ],
  [
    'a window backwards',
    { 'review.frame.days[2].windows[0].end': '08:00' },
    'review.frame.days[2].windows[0].end: is not after the start. Give an end after the start.',
  ],
  [
    'a first day that there isn’t',
    { 'review.firstDay': '2026-02-30' },
    'review.firstDay: is "2026-02-30", which is on no calendar. Give a date as "2026-03-24", from the year 2000 to 2199.',
  ],
  [
    'a first day in words',
    { 'review.firstDay': '30 March 2026' },
    'review.firstDay: is "30 March 2026", which can’t be used here. Give a date as "2026-03-24", from the year 2000 to 2199.',
  ],
  [
    'a zone misspelt',
    { 'review.timeZone': 'Europe/Londn' },
    'review.timeZone: "Europe/Londn" is not a time zone. Did you mean “Europe/London”?',
  ],
  [
    'the machine’s own zone',
    { 'review.timeZone': 'local' },
    'review.timeZone: "local" is not a time zone. Give one such as "Europe/London".',
  ],
  [
    'a moment without its zone',
    { 'review.editedAt': '2026-01-12 09:30' },
    'review.editedAt: is "2026-01-12 09:30", which can’t be used here. Give a moment in UTC as "2026-01-12T09:30:00Z".',
  ],
  [
    'a moment on 31 February',
    { 'review.approvedAt': '2026-02-31T09:30:00Z' },
    'review.approvedAt: is "2026-02-31T09:30:00Z", which is on no calendar. Give a moment in UTC as "2026-01-12T09:30:00Z".',
  ],
  [
    'a fixed time that the clocks skip',
    { 'sessions[0].fixed': '2026-03-29T01:00' },
    'sessions[0].fixed: 2026-03-29T01:00 does not exist, the clocks go forward then. Give a time from 02:00.',
  ],
  [
    'a fixed time in words',
    { 'sessions[0].fixed': 'Monday 2pm' },
    'sessions[0].fixed: is "Monday 2pm", which can’t be used here. Give a local time as "2026-03-24T09:00".',
  ],
];

/** Each field good by itself, and together they make no sense. */
export const ofSense: readonly Mistake[] = [
  [
    'two contacts of one id',
    { 'contacts[3].id': 'director', 'sessions[3].contacts': [] },
    'contacts[3].id: "director" is the id of contacts[0] already. Give each its own id.',
  ],
  [
    'a contact with a peer’s id',
    { 'contacts[3].id': 'leader', 'sessions[3].contacts': [] },
    'contacts[3].id: "leader" is the id of peers[0] already. Give each its own id.',
  ],
  [
    'a room with a site’s id',
    { 'rooms[0].id': 'civic' },
    'rooms[0].id: "civic" is the id of sites[0] already. Give each its own id.',
  ],
  [
    'two sessions of one id',
    { 'sessions[6].id': 'youth' },
    'sessions[6].id: "youth" is the id of sessions[3] already. Give each its own id.',
  ],
  [
    'a key line of enquiry with a theme’s id',
    { 'review.keyLinesOfEnquiry[1]': { id: 'leadership', title: 'L' } },
    'review.keyLinesOfEnquiry[1].id: "leadership" is the id of a standard theme already. Give each its own id.',
  ],
  [
    'two windows of one id',
    { 'review.frame.days[2].windows[0].id': 'one' },
    'review.frame.days[2].windows[0].id: "one" is the id of review.frame.days[1].windows[0] already. Give each its own id.',
  ],
  [
    'a day given twice',
    { 'review.frame.days[2].day': 1, 'review.frame.days[2].windows': [] },
    'review.frame.days[2].day: Day 1 is given by days[1] already. Put both in one.',
  ],
  [
    'an unknown sponsor',
    { 'review.sponsor': 'directer' },
    'review.sponsor: "directer" is not in contacts. Did you mean “director”?',
  ],
  [
    'an unknown organiser',
    { 'review.organiser': 'nobody-we-know' },
    'review.organiser: "nobody-we-know" is not in contacts. Add it there, or take it out here.',
  ],
  [
    'a session’s contact misspelt',
    { 'sessions[1].contacts': ['doctr'] },
    'sessions[1].contacts[0]: "doctr" is not in contacts. Did you mean “doctor”?',
  ],
  [
    'a contact listed twice',
    { 'sessions[0].contacts': ['director', 'director'] },
    'sessions[0].contacts[1]: "director" is listed twice. Keep one of the two.',
  ],
  [
    'an unknown host',
    { 'sessions[1].host': 'zz' },
    'sessions[1].host: "zz" is not in contacts. Add it there, or take it out here.',
  ],
  [
    'a session’s theme misspelt',
    { 'sessions[1].themes': ['negelct'] },
    'sessions[1].themes[0]: "negelct" is not in the five standard themes or in review.keyLinesOfEnquiry. Did you mean “neglect”?',
  ],
  [
    'a peer’s unknown theme',
    { 'peers[0].themes': ['poverty'] },
    'peers[0].themes[0]: "poverty" is not in the five standard themes or in review.keyLinesOfEnquiry. Add it there, or take it out here.',
  ],
  [
    'a relationship with nobody',
    { 'peers[0].knows': ['doc'] },
    'peers[0].knows[0]: "doc" is not in contacts. Add it there, or take it out here.',
  ],
  [
    'an office at no site',
    { 'contacts[0].office.site': 'civik' },
    'contacts[0].office.site: "civik" is not in sites. Did you mean “civic”?',
  ],
  [
    'a room at no site',
    { 'rooms[1].site': 'town-hall' },
    'rooms[1].site: "town-hall" is not in sites. Add it there, or take it out here.',
  ],
  [
    'a session in no room',
    { 'sessions[3].place.room': 'commitee' },
    'sessions[3].place.room: "commitee" is not in rooms. Did you mean “committee”?',
  ],
  [
    'a visit to no site',
    { 'sessions[4].place.site': 'hospitl' },
    'sessions[4].place.site: "hospitl" is not in sites. Did you mean “hospital”?',
  ],
  [
    'rooms at no site',
    { 'sessions[2].place.atSite': 'x' },
    'sessions[2].place.atSite: "x" is not in sites. Add it there, or take it out here.',
  ],
  [
    'an unknown peer named',
    { 'sessions[1].peers.named': ['leadr'] },
    'sessions[1].peers.named[0]: "leadr" is not in peers. Did you mean “leader”?',
  ],
  [
    'after an unknown session',
    { 'sessions[1].after': ['see-directer'] },
    'sessions[1].after[0]: "see-directer" is not in sessions. Did you mean “see-director”?',
  ],
  [
    'an unknown session included',
    { 'sessions[4].includes': ['see-nurs'] },
    'sessions[4].includes[0]: "see-nurs" is not in sessions. Did you mean “see-nurse”?',
  ],
  [
    'an event for an unknown contact',
    { 'review.frame.days[1].events[0].contacts': ['q'] },
    'review.frame.days[1].events[0].contacts[0]: "q" is not in contacts. Add it there, or take it out here.',
  ],
  [
    'an event for an unknown peer',
    { 'review.frame.days[1].events[1].peers': ['q'] },
    'review.frame.days[1].events[1].peers[0]: "q" is not in peers. Add it there, or take it out here.',
  ],
  [
    'an event in no room',
    { 'review.frame.days[1].events[0].place.room': 'q' },
    'review.frame.days[1].events[0].place.room: "q" is not in rooms. Add it there, or take it out here.',
  ],
  [
    'an event in a room and at a site',
    { 'review.frame.days[1].events[0].place.site': 'civic' },
    'review.frame.days[1].events[0].place: gives a room and a site. Give one; a room says its site itself.',
  ],
  [
    'a lock on no session',
    { 'locks[0].session': 'q' },
    'locks[0].session: "q" is not in sessions. Add it there, or take it out here.',
  ],
  [
    'a lock of nothing',
    { 'locks[0].time': gone },
    'locks[0]: locks nothing. Add "time": true, "place": true or "peers": true.',
  ],
  [
    'a waived rule misspelt',
    { 'waivers[0].rule': 'by-phon' },
    'waivers[0].rule: "by-phon" is not a rule. Did you mean “by-phone”?',
  ],
  [
    'a waiver of no rule',
    { 'waivers[0].rule': 'be-nice' },
    'waivers[0].rule: "be-nice" is not a rule. These can: interview-length, focus-group-length, pair, key-people-alone, case-record-staff, children and by-phone.',
  ],
  [
    'a waiver of a rule that can’t be waived',
    { 'waivers[0].rule': 'diaries' },
    'waivers[0].rule: "diaries" is a rule that can’t be waived. These can: interview-length, focus-group-length, pair, key-people-alone, case-record-staff, children and by-phone.',
  ],
  [
    'a waiver about nobody',
    { 'waivers[0].about': 'see-docter' },
    'waivers[0].about: "see-docter" is no session, contact or peer. Did you mean “see-doctor”?',
  ],
  [
    'a weight of no rule',
    { 'review.weights': { 'fair-lode': 3 } },
    'review.weights["fair-lode"]: "fair-lode" is not a rule. Did you mean “fair-load”?',
  ],
  [
    'a weight of no part',
    { 'review.weights': { 'diaries/prefered': 3 } },
    'review.weights["diaries/prefered"]: "diaries/prefered" costs no points that could be changed. Give diaries/preferred or diaries/if-needed.',
  ],
  [
    'a weight of a must',
    { 'review.weights': { 'by-phone': 3 } },
    'review.weights["by-phone"]: by-phone costs no points that could be changed. Take it out.',
  ],
  [
    'a limit of no rule',
    { 'review.limits': { 'evening-limits/day': 3 } },
    'review.limits["evening-limits/day"]: "evening-limits/day" is not a limit of a rule. Did you mean “evening-limit/day”?',
  ],
  [
    'a misspelt limit of a rule',
    { 'review.limits': { 'evening-limit/dya': 3 } },
    'review.limits["evening-limit/dya"]: "evening-limit/dya" is not a limit of a rule. Did you mean “evening-limit/day”?',
  ],
  [
    'a rule that has several limits, none of this name',
    { 'review.limits': { 'evening-limit/each-fortnight': 3 } },
    'review.limits["evening-limit/each-fortnight"]: "evening-limit/each-fortnight" is not a limit of a rule. Give evening-limit/day or evening-limit/week.',
  ],
  [
    'a limit of a rule that has none',
    { 'review.limits': { 'lunch-and-breaks/minutes': 3 } },
    'review.limits["lunch-and-breaks/minutes"]: "lunch-and-breaks/minutes" is not a limit of a rule. Give one that “peerweek rules” lists.',
  ],
  [
    'no minutes between two sites',
    { travel: [] },
    'travel: Nothing says how long it takes between "civic" and "hospital". Add { "between": ["civic", "hospital"], "minutes": … }.',
  ],
  [
    'from a site to itself',
    { 'travel[1]': { between: ['civic', 'civic'], minutes: 5 } },
    'travel[1].between: goes from "civic" to itself. Give two sites.',
  ],
  [
    'a journey given both ways',
    { 'travel[1]': { between: ['hospital', 'civic'], minutes: 5 } },
    'travel[1].between: "hospital" and "civic" are given by travel[0] already. Keep one of the two.',
  ],
  [
    'a journey to an unknown site',
    { 'travel[0].between': ['civic', 'hospitals'] },
    'travel[0].between[1]: "hospitals" is not in sites. Did you mean “hospital”?',
  ],
  [
    'windows that overlap',
    { 'review.frame.days[1].windows[1].start': '17:00', 'review.frame.days[1].events[1]': gone },
    'review.frame.days[1].windows[1]: overlaps the window one. Let one end before the other starts.',
  ],
  [
    'a window over what the whole team attends',
    { 'review.frame.days[1].windows[0].start': '12:30' },
    'review.frame.days[1].windows[0]: overlaps presentations, which the whole team attends. Change one of the two, or name the peers who attend.',
  ],
  [
    'a window’s limit below its streams',
    { 'review.frame.days[1].windows[0].limit': 1 },
    'review.frame.days[1].windows[0].limit: is 1, fewer than the window’s usual 2 streams. Give 2 or more.',
  ],
  [
    'a limit below the usual streams',
    { 'review.moreStreams.limit': 1 },
    'review.moreStreams.limit: is 1, fewer than the usual 2 streams. Give 2 or more.',
  ],
  [
    'the same initials twice',
    { 'peers[0].initials': 'AB2' },
    'peers[1].initials: "AB2" are those of peers[0] already. Give each peer their own, or leave them out.',
  ],
  [
    'a peer paired with themselves',
    { 'pairings.preferred[0]': ['manager', 'manager'] },
    'pairings.preferred[0]: pairs "manager" with themselves. Give two peers.',
  ],
  [
    'a pair both fixed and forbidden',
    { 'pairings.fixed[0]': ['manager', 'analyst'] },
    'pairings.fixed[0]: "manager" and "analyst" are fixed here and forbidden by pairings.forbidden[0]. Take one of the two out.',
  ],
  [
    'fewer people than contacts',
    { 'sessions[1].headcount': 0 },
    'sessions[1].headcount: is 0, and there is 1 contact. Give 1 or more, or leave it out.',
  ],
  [
    'more peers named than asked for',
    { 'sessions[1].peers.named': ['leader', 'analyst'] },
    'sessions[1].peers: names 2 peers and asks for 1. Give "count": 2, or name fewer.',
  ],
  [
    'a visit without a place',
    { 'sessions[4].place': gone },
    'sessions[4].place: is missing; a site visit has no usual place. Say where it goes: { "site": "…" }.',
  ],
  [
    'a visit whose place names none',
    { 'sessions[4].place': { equipment: ['torch'] } },
    'sessions[4].place: does not say where the visit goes. Say where it goes: { "site": "…" }.',
  ],
  [
    'a substitute for somebody else’s contact',
    { 'sessions[1].substitutes[0].for': 'director' },
    'sessions[1].substitutes[0].for: "director" is not one of this session’s contacts. Give the contact whose place is taken; they stay listed.',
  ],
  [
    'earliest after latest',
    { 'sessions[1].earliestDay': 3 },
    'sessions[1].latestDay: is day 2, before the earliest, day 3. Swap them, or mend the one that is wrong.',
  ],
  [
    'fixed in another week',
    { 'sessions[0].fixed': '2026-04-14T09:00' },
    'sessions[0].fixed: 2026-04-14T09:00 is outside the on-site week. Day 1 is 2026-03-30: give a time from then on, or mend review.firstDay.',
  ],
  [
    'fixed outside every window',
    { 'sessions[0].fixed': '2026-03-30T10:00' },
    'sessions[0].fixed: 2026-03-30T10:00 is outside every window. Give a time within 14:00 to 18:00 or 19:30 to 21:00, or change the frame.',
  ],
  [
    'fixed on a day without windows',
    { 'sessions[0].fixed': '2026-04-02T10:00' },
    'sessions[0].fixed: 2026-04-02T10:00 is outside every window. That day has no window: give a day that has one, or add one to the frame.',
  ],
  [
    'fixed too near a window’s end',
    { 'sessions[0].fixed': '2026-03-30T17:15' },
    'sessions[0].fixed: leaves 45 minutes to the end of its window, and the session takes 60. Give 17:00 or earlier, or a longer window.',
  ],
  [
    'fixed and longer than any window',
    { 'sessions[0].minutes': 300 },
    'sessions[0].fixed: leaves 240 minutes to the end of its window, and the session takes 300. Give a longer window.',
  ],
  [
    'fixed in the evening, unasked',
    { 'sessions[0].fixed': '2026-03-30T19:30' },
    'sessions[0].fixed: is in an evening window, and the session is not for the evening. Add "evening": true, or give a time in another window.',
  ],
  [
    'fixed before the earliest day',
    { 'sessions[0].earliestDay': 2 },
    'sessions[0].fixed: is on day 1, before the earliest, day 2. Change one of the two.',
  ],
  [
    'fixed after the latest day',
    { 'sessions[0].earliestDay': 0, 'sessions[0].latestDay': 0 },
    'sessions[0].fixed: is on day 1, after the latest, day 0. Change one of the two.',
  ],
  [
    'fixed off the quarter hour',
    { 'sessions[0].fixed': '2026-03-30T14:05' },
    'sessions[0].fixed: 14:05 is not on a quarter hour. Give 14:00 or 14:15.',
  ],
  [
    'after itself',
    { 'sessions[0].after': ['see-director'] },
    'sessions[0].after: puts "see-director" after itself. Take it out.',
  ],
  [
    'a circle of sessions',
    { 'sessions[0].after': ['youth'], 'sessions[3].after': ['see-doctor'] },
    'sessions[0].after: leads round in a circle: "see-director" is after "youth" is after "see-doctor" is after "see-director". Take one step of it out.',
  ],
  [
    'a visit in itself',
    { 'sessions[4].includes[1]': 'emergency' },
    'sessions[4].includes[1]: "emergency" is the visit itself. Take it out.',
  ],
  [
    'a session included twice',
    { 'sessions[4].includes[1]': 'see-nurse' },
    'sessions[4].includes[1]: "see-nurse" is included by sessions[4].includes[0] already. Keep one of the two.',
  ],
  [
    'an interview that includes',
    { 'sessions[0].includes': ['youth'] },
    'sessions[0].includes: is given to "interview"; only a visit has other sessions in it. Take it out.',
  ],
  [
    'an included session longer than the visit',
    { 'sessions[4].minutes': 45 },
    'sessions[4].includes[0]: "see-nurse" takes 60 minutes, longer than the visit’s 45. Lengthen the visit, or take it out.',
  ],
  [
    'an included session that includes',
    {
      'sessions[5].kind': 'site-visit',
      'sessions[5].minutes': 60,
      'sessions[5].place': { site: 'hospital' },
      'sessions[5].includes': ['records'],
    },
    'sessions[4].includes[0]: "see-nurse" includes sessions itself. Include them in this visit directly.',
  ],
];
