/** Whether somebody has filled in something otherwise than the page came with it. */
export const isTouched = (part: HTMLElement): boolean =>
  [...part.querySelectorAll<HTMLElement>('input, textarea, select')].some((box) => {
    if (box instanceof HTMLSelectElement) return isOtherChoice(box);
    if (box instanceof HTMLTextAreaElement) return box.value !== box.defaultValue;
    if (!(box instanceof HTMLInputElement) || ['hidden', 'search'].includes(box.type)) return false;
    return ['checkbox', 'radio'].includes(box.type)
      ? box.checked !== box.defaultChecked
      : box.value !== box.defaultValue;
  });

/** Where none of its options was selected by the page, the browser takes the first. */
function isOtherChoice({ options, selectedIndex }: HTMLSelectElement): boolean {
  const given = [...options].findIndex((option) => option.defaultSelected);
  return selectedIndex !== Math.max(0, given);
}
