import type { Locator, Page } from 'playwright-core';

/**
 * Seconds of a practised person, by the keystroke-level model (Card, Moran and Newell, "The keystroke-level model for
 * user performance time with interactive systems", CACM 23, 1980): a key of an average typist, pointing with a mouse, a
 * press or release of its button, hands from mouse to keyboard, and thinking of what comes next. `dialog` is our own
 * estimate, of finding a file in a folder; `glance` of looking a new page over.
 */
const seconds = { key: 0.28, point: 1.1, button: 0.1, home: 0.4, think: 1.35, dialog: 6, glance: 5 } as const;
type Act = keyof typeof seconds;

/** Somebody at a page, whose acts are counted. */
export class Person {
  readonly counts: Record<Act, number> = {
    key: 0,
    point: 0,
    button: 0,
    home: 0,
    think: 0,
    dialog: 0,
    glance: 0,
  };
  private did(...acts: readonly Act[]): void {
    for (const act of acts) this.counts[act]++;
  }

  /** Seconds of the person’s time so far; what the computer takes is not in it. */
  get seconds(): number {
    return (Object.keys(seconds) as Act[]).reduce((sum, act) => sum + seconds[act] * this.counts[act], 0);
  }

  /** Looks a page over. */
  look(): void {
    this.did('glance');
  }

  async click(what: Locator): Promise<void> {
    this.did('think', 'point', 'button', 'button');
    await what.click();
  }

  /** Clicks, and looks at the page that comes. */
  async goOn(what: Locator, to: RegExp): Promise<void> {
    const page = what.page();
    await this.click(what);
    await page.waitForURL(to).catch(async (error) => {
      throw new Error(`${page.url()}\n${await page.locator('main').innerText()}`, { cause: error });
    });
    this.look();
  }

  async type(into: Locator, text: string): Promise<void> {
    this.did('think', 'point', 'button', 'button', 'home');
    this.counts.key += text.length;
    await into.fill(text);
  }

  async keys(page: Page, ...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.counts.key += key.length > 1 && /^[A-Z]/.test(key) ? 1 : key.length;
      await (key.length > 1 && !/^[A-Z][a-z]+$/.test(key)
        ? page.keyboard.type(key)
        : page.keyboard.press(key));
    }
  }

  async choose(from: Locator, label: string): Promise<void> {
    this.did('think', 'point', 'button', 'button', 'point', 'button', 'button');
    await from.selectOption({ label });
  }

  async files(into: Locator, paths: readonly string[]): Promise<void> {
    this.did('think', 'point', 'button', 'button', 'dialog');
    // Each further file is one more click in the dialog.
    for (const _ of paths.slice(1)) this.did('point', 'button', 'button');
    await into.setInputFiles([...paths]);
  }

  /** Draws from one place of the page to another. */
  async drag(from: Locator, to: Locator): Promise<void> {
    this.did('think', 'point', 'button', 'point', 'button');
    const [a, b] = [await from.boundingBox(), await to.boundingBox()];
    if (!a || !b) throw new Error('What is to be dragged is not shown');
    const { mouse } = from.page();
    await mouse.move(a.x + a.width / 2, a.y + a.height / 2);
    await mouse.down();
    await mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 5 });
    await mouse.up();
  }
}
