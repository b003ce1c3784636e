import { Router } from 'express';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { frames, removeFrame } from './frames.ts';
import { sharedHistory } from './history.ts';
import { letters, saveLetter } from './letters.ts';
import { addPeer, changePeer, peer, peers, removePeer } from './peers.ts';
import { reviews } from './reviews.ts';

const { coordinator } = may;

/** For those who look after many reviews: how each stands, and what all of them share. */
export const coordinateRoutes = (services: Services): Router =>
  Router()
    .get(addresses.coordinate, coordinator, reviews(services))
    .get(addresses.listedPeers(), coordinator, peers(services))
    .post(addresses.listedPeers(), coordinator, formBody, addPeer(services))
    .get('/coordinate/peers/:id', coordinator, peer(services))
    .post('/coordinate/peers/:id', coordinator, formBody, changePeer(services))
    .post('/coordinate/peers/:id/remove', coordinator, shortForm, removePeer(services))
    .get(addresses.sharedFrames, coordinator, frames(services))
    .post(addresses.removeFrame, coordinator, shortForm, removeFrame(services))
    .get(addresses.sharedHistory(), coordinator, sharedHistory(services))
    .get(addresses.sharedLetters, coordinator, letters(services))
    .post(addresses.sharedLetters, coordinator, formBody, saveLetter(services));
