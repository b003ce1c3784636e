import type { Express } from 'express';
import { apiRoutes } from '../api/index.ts';
import type { Services } from '../services.ts';
import { accountRoutes } from './account/index.ts';
import { agreeRoutes } from './agree/index.ts';
import { alternativesRoutes } from './alternatives/index.ts';
import { boardRoutes } from './board/index.ts';
import { bringInRoutes } from './bring-in/index.ts';
import { buildRoutes } from './build/index.ts';
import { calendarsRoutes } from './calendars/index.ts';
import { cantComeRoutes } from './cant-come/index.ts';
import { coordinateRoutes } from './coordinate/index.ts';
import { diariesRoutes } from './diaries/index.ts';
import { diaryRoutes } from './diary/index.ts';
import { eveningRoutes } from './evening/index.ts';
import { feedRoutes } from './feed/index.ts';
import { findingsRoutes } from './findings/index.ts';
import { frameRoutes } from './frame/index.ts';
import { helpRoutes } from './help/index.ts';
import { historyRoutes } from './history/index.ts';
import { keepingRoutes } from './keeping/index.ts';
import { lateRoutes } from './late/index.ts';
import { leftOutRoutes } from './left-out/index.ts';
import { lettersRoutes } from './letters/index.ts';
import { listRoutes } from './list/index.ts';
import { lockRoutes } from './lock/index.ts';
import { membersRoutes } from './members/index.ts';
import { mendRoutes } from './mend/index.ts';
import { moveRoutes } from './move/index.ts';
import { newsRoutes } from './news/index.ts';
import { outboxRoutes } from './outbox/index.ts';
import { overviewRoutes } from './overview/index.ts';
import { ownCalendarRoutes } from './own-calendar/index.ts';
import { pairsRoutes } from './pairs/index.ts';
import { paperRoutes } from './paper/index.ts';
import { peersRoutes } from './peers/index.ts';
import { peopleRoutes } from './people/index.ts';
import { placesRoutes } from './places/index.ts';
import { privateDiaryRoutes } from './private-diary/index.ts';
import { privateWeekRoutes } from './private-week/index.ts';
import { programmeRoutes } from './programme/index.ts';
import { readyRoutes } from './ready/index.ts';
import { releasesRoutes } from './releases/index.ts';
import { reviewsRoutes } from './reviews/index.ts';
import { rulesRoutes } from './rules/index.ts';
import { sampleRoutes } from './sample/index.ts';
import { sessionRoutes } from './session/index.ts';
import { sessionsRoutes } from './sessions/index.ts';
import { setUpReviewRoutes } from './set-up/index.ts';
import { signInRoutes } from './sign-in/index.ts';
import { undoRoutes } from './undo/index.ts';
import { weekRoutes } from './week/index.ts';
import { whatIfRoutes } from './what-if/index.ts';
import { wholeRoutes } from './whole/index.ts';

/** Every page, each with a folder of its own. */
export function setUpRoutes(app: Express, services: Services): void {
  for (const routes of [
    reviewsRoutes,
    signInRoutes,
    accountRoutes,
    outboxRoutes,
    coordinateRoutes,
    membersRoutes,
    setUpReviewRoutes,
    sampleRoutes,
    frameRoutes,
    listRoutes,
    overviewRoutes,
    programmeRoutes,
    alternativesRoutes,
    sessionRoutes,
    undoRoutes,
    historyRoutes,
    keepingRoutes,
    readyRoutes,
    buildRoutes,
    newsRoutes,
    apiRoutes,
    moveRoutes,
    lateRoutes,
    lockRoutes,
    mendRoutes,
    whatIfRoutes,
    weekRoutes,
    boardRoutes,
    eveningRoutes,
    agreeRoutes,
    releasesRoutes,
    wholeRoutes,
    findingsRoutes,
    leftOutRoutes,
    diariesRoutes,
    diaryRoutes,
    bringInRoutes,
    peopleRoutes,
    placesRoutes,
    sessionsRoutes,
    peersRoutes,
    calendarsRoutes,
    ownCalendarRoutes,
    lettersRoutes,
    cantComeRoutes,
    pairsRoutes,
    paperRoutes,
    privateDiaryRoutes,
    privateWeekRoutes,
    feedRoutes,
    rulesRoutes,
    helpRoutes,
  ])
    app.use(routes(services));
}
