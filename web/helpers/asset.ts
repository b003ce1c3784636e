import type { Assets } from '../assets.ts';

/** `<link rel="stylesheet" href="{{asset "app.css"}}">`: the address of a built file. */
export const asset =
  (assets: Assets) =>
  (name: string): string =>
    assets.url(name);
