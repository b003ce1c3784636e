import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';
import { rulesView } from './view.ts';

export const rules =
  ({ show }: Services): RequestHandler =>
  (_request, response) => {
    show(response, 'rules', { title: 'Rule book', where: 'rules' }, rulesView());
  };
