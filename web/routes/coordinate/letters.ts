import type { RequestHandler, Response } from 'express';
import {
  filledIn,
  letterMarks,
  readLetter,
  setLetter,
  sharedLetter,
} from '../../../src/actions/shared-letters.ts';
import { valueIn } from '../../../src/intake/form/sent.ts';
import { NEW } from '../../../src/store/ports.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { usualAsking } from '../diaries/asking.ts';
import { fieldsOf } from '../entering/body.ts';
import { FormView } from '../entering/form-view.ts';
import { notTaken, type Trouble, troubleView } from '../entering/trouble.ts';
import { coordinatorTabs } from './tabs.ts';

const letter = 'ask for a diary';
const example = {
  '{council}': 'Sampleshire Council',
  '{first day}': 'Monday 22 March',
  '{last day}': 'Friday 26 March 2027',
};

async function showLetters({ store, show }: Services, response: Response, trouble?: Trouble): Promise<void> {
  const set = await sharedLetter(store, letter);
  const text = set?.text;
  const form = new FormView({ text: text ?? usualAsking }, trouble);
  if (trouble) response.status(trouble.status);
  show(
    response,
    'coordinate/letters',
    { title: 'Letters', where: 'coordinate' },
    {
      tabs: coordinatorTabs('letters'),
      trouble: troubleView(trouble, (field) => field),
      action: addresses.sharedLetters,
      own: text === undefined,
      seen: set?.version ?? NEW,
      marks: letterMarks,
      parts: [
        form.textarea('text', 'What the letter says, between the salutation and the link', { rows: 10 }),
      ],
      example: filledIn(text ?? usualAsking, example),
    },
  );
}

export const letters =
  (services: Services): RequestHandler =>
  (_request, response) =>
    showLetters(services, response);

export const saveLetter =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const typed = fieldsOf(request);
    const reading = readLetter(typed);
    if (!reading.ok) return showLetters(services, response, notTaken(typed, reading.problems));
    const text = typed.do === 'own' ? undefined : reading.value;
    const by = whoIs(response).name;
    if (await setLetter(services.store, letter, text, Number(valueIn(typed, 'seen')), { by }))
      return response.redirect(303, addresses.sharedLetters);
    const what =
      'Somebody else changed these words while you had the page open. What you typed stands here; save again to put it in the place of theirs';
    await showLetters(services, response, { ...notTaken(typed, [{ field: '', what }]), status: 409 });
  };
