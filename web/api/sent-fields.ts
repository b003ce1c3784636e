const fieldOf = (value: object, field: string): unknown => (value as Record<string, unknown>)[field];

/** A field of what was sent, where it is text; else nothing. */
export const textIn = (value: object, field: string): string => {
  const found = fieldOf(value, field);
  return typeof found === 'string' ? found : '';
};

/** A field of what was sent that is an object; an empty one where it is none. */
export const objectIn = (value: object, field: string): object => {
  const found = fieldOf(value, field);
  return typeof found === 'object' && found !== null ? found : {};
};

/** A field of what was sent that is a list of objects; what is none is left out. */
export const objectsIn = (value: object, field: string): readonly object[] => {
  const found = fieldOf(value, field);
  return Array.isArray(found) ? found.filter((one) => typeof one === 'object' && one !== null) : [];
};

/** Whether a field of what was sent says yes. */
export const isSaid = (value: object, field: string): boolean => fieldOf(value, field) === true;

/** A field of what was sent that is a list of ids. */
export const idsIn = (value: object, field: string): readonly string[] => {
  const found = fieldOf(value, field);
  return Array.isArray(found) ? found.filter((id): id is string => typeof id === 'string') : [];
};

/** A field of what was sent that is a whole number; 0 where it is none. */
export const numberIn = (value: object, field: string): number => {
  const found = fieldOf(value, field);
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : 0;
};
