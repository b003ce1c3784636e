/** A box that leaves of the rows of a table those that hold every word typed, as one types (`data-filter="ID"`). */
export function filter(form: HTMLElement): void {
  const box = form.querySelector<HTMLInputElement>('input[type="search"]');
  const id = form.dataset.filter ?? '';
  if (!box) return;
  form.classList.add('pw-find--live');
  const look = () => {
    const words = box.value.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
    const rows = [...(document.getElementById(id)?.querySelectorAll<HTMLElement>('tr') ?? [])];
    for (const row of rows) {
      // A row that is being changed is never hidden from whoever changes it.
      const text = row.textContent?.toLocaleLowerCase('en-GB') ?? '';
      row.hidden = !('open' in row.dataset) && !words.every((word) => text.includes(word));
    }
    const count = form.querySelector<HTMLElement>('[role="status"]');
    if (!count) return;
    const all = count.textContent?.replace(/^\d+ of /, '') ?? '';
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = words.length === 0 ? all : `${shown} of ${all}`;
  };
  box.addEventListener('input', look);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.closest('[data-entering]')?.addEventListener('rows', look);
  // What a browser typed in again on “back”.
  if (box.value) look();
}
