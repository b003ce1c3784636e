import { Router } from 'express';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';

/** One page of text: there is nothing to fetch and nothing to decide. */
export const helpRoutes = ({ show }: Services): Router =>
  Router().get(addresses.help, may.anyone, (_request, response) => {
    show(response, 'help', { title: 'Help', where: 'help' }, { rules: addresses.rules });
  });
