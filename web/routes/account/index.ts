import { Router } from 'express';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { askForNewAddress, newAddressPage, takeNewAddress } from './address.ts';
import { closeOwn } from './close.ts';
import {
  account,
  leave,
  makeToken,
  rename,
  revokeToken,
  signOutEverywhere,
  signOutThere,
} from './controller.ts';

export const accountRoutes = (services: Services): Router =>
  Router()
    .get(addresses.account, may.signedIn, account(services))
    .post(addresses.rename, may.signedIn, shortForm, rename(services))
    .post(addresses.signOutEverywhere, may.signedIn, signOutEverywhere(services))
    .post(addresses.signOutThere, may.signedIn, shortForm, signOutThere(services))
    .post(addresses.accessTokens, may.signedIn, shortForm, makeToken(services))
    .post(addresses.revokeAccessToken, may.signedIn, shortForm, revokeToken(services))
    .post(addresses.changeAddress, may.signedIn, shortForm, askForNewAddress(services))
    // Who is not signed in is told so there: the address is a private one, not to be led on with.
    .get(addresses.newAddress(':token'), may.anyone, newAddressPage(services))
    .post(addresses.newAddress(':token'), may.anyone, takeNewAddress(services))
    .post(addresses.closeAccount, may.signedIn, shortForm, closeOwn(services))
    .post(addresses.leave, may.signedIn, shortForm, leave(services));
