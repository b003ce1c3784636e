import ICAL from 'ical.js';
import type { Span } from '../../time/span.ts';

/** What an appointment makes of its time. */
export interface Marked {
  readonly mark: 'busy' | 'ifNeeded' | 'free';
  readonly span: Span;
}

const textOf = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '').toUpperCase();

/**
 * Whether an appointment keeps its owner: cancelled and declined ones don't, nor what is shown as free; tentative ones,
 * and those on which somebody works elsewhere, could give way. Outlook's own word for it counts before the standard's,
 * which knows only busy and free.
 */
export function markOf(event: ICAL.Component): Marked['mark'] {
  const [status, answer] = [textOf(event, 'status'), textOf(event, 'x-peerweek-answer')];
  if (status === 'CANCELLED' || answer === 'DECLINED') return 'free';
  const shown =
    textOf(event, 'x-microsoft-cdo-busystatus') || textOf(event, 'x-microsoft-cdo-intendedstatus');
  if (shown === 'FREE') return 'free';
  if (shown === 'TENTATIVE' || shown === 'WORKINGELSEWHERE') return 'ifNeeded';
  if (shown === '' && textOf(event, 'transp') === 'TRANSPARENT') return 'free';
  if (status === 'TENTATIVE' || answer === 'TENTATIVE' || answer === 'NEEDS-ACTION') return 'ifNeeded';
  return 'busy';
}

/** What a free/busy answer says (RFC 5545, 3.6.4): each of its lines has a kind and any number of periods. */
export function freeBusyOf(
  component: ICAL.Component,
  minute: (time: ICAL.Time) => number,
): readonly Marked[] {
  return component.getAllProperties('freebusy').flatMap((property) => {
    const kind = String(property.getFirstParameter('fbtype') ?? 'BUSY').toUpperCase();
    const mark = kind === 'FREE' ? 'free' : kind === 'BUSY-TENTATIVE' ? 'ifNeeded' : 'busy';
    return property.getValues().flatMap((value): Marked[] => {
      if (!(value instanceof ICAL.Period)) return [];
      return [{ mark, span: { from: minute(value.start), to: minute(value.getEnd()) } }];
    });
  });
}
