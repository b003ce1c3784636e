const CLOCK = /^(\d{1,2})(?:[.:](\d{2}))?\s*([ap])?\.?\s*(?:m\.?)?$/i;

/**
 * A time of day as people type it, as `14:30`: `2.30pm`, `2:30 pm`, `14.30`, `9`. Without am or pm the hours 1 to 6 are
 * taken for the afternoon, as nobody is seen at night; a nought before the hour (`06:30`) says the morning. Undefined
 * where it can't be read.
 */
export function readClock(text: string): string | undefined {
  const found = CLOCK.exec(text.trim());
  if (!found) return undefined;
  const [, hourText = '', minuteText = '00', half] = found;
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return undefined;
  const afternoon = half ? half.toLowerCase() === 'p' : hour >= 1 && hour <= 6 && !hourText.startsWith('0');
  const of24 = half || afternoon ? (hour % 12) + (afternoon ? 12 : 0) : hour;
  return `${String(of24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `14:30` as the manual writes times: `2.30pm`. */
export function clockWords(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return `${hour % 12 || 12}.${String(minute).padStart(2, '0')}${hour % 24 < 12 ? 'am' : 'pm'}`;
}
