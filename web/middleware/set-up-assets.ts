import express, { type Express } from 'express';
import type { Assets } from '../assets.ts';

/** Styles and pictures, for good: their addresses change with their content. */
export function setUpAssets(app: Express, assets: Assets): void {
  app.use(
    '/assets',
    express.static(assets.folder, { immutable: true, maxAge: '365d', index: false, redirect: false }),
  );
}
