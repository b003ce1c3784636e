import { Router } from 'express';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { account, leave, makeToken, rename, revokeToken, signOutEverywhere } from './controller.ts';

export const accountRoutes = (services: Services): Router =>
  Router()
    .get(addresses.account, may.signedIn, account(services))
    .post(addresses.rename, may.signedIn, shortForm, rename(services))
    .post(addresses.signOutEverywhere, may.signedIn, signOutEverywhere(services))
    .post(addresses.accessTokens, may.signedIn, shortForm, makeToken(services))
    .post(addresses.revokeAccessToken, may.signedIn, shortForm, revokeToken(services))
    .post(addresses.leave, may.signedIn, shortForm, leave(services));
