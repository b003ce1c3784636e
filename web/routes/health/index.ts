import { Router } from 'express';
import type { Store } from '../../../src/store/ports.ts';
import { may } from '../../may.ts';
import { health, ready } from './controller.ts';

/**
 * For what watches over a server. Stands before everything else: a probe asks by whatever name it likes, every few
 * seconds, and is neither logged nor told anything but this.
 */
export const healthRoutes = (store: Store): Router =>
  Router().get('/health', may.anyone, health).get('/ready', may.anyone, ready(store));
