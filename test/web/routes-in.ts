import type { Express, RequestHandler } from 'express';
import type { Gate } from '../../web/may.ts';

/** A route of the real app, as Express holds it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly first: RequestHandler & Partial<Gate>;
}

interface Layer {
  readonly handle: RequestHandler & { readonly stack?: readonly Layer[] };
  readonly route?: {
    readonly path: string;
    readonly stack: readonly { readonly method: string; readonly handle: RequestHandler }[];
  };
}

/** Every route of an app, its routers walked through. */
function routesOf(stack: readonly Layer[]): readonly Route[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) return handle.stack ? routesOf(handle.stack) : [];
    // Of the handlers of a method only the first stands at the gate.
    const methods = [...new Set(route.stack.map((one) => one.method))];
    return methods.map((method) => {
      const first = route.stack.find((one) => one.method === method)?.handle;
      if (!first) throw new Error(`${route.path} has no handler`);
      return { method: method.toUpperCase(), path: route.path, first };
    });
  });
}

export const routesIn = (app: Express): readonly Route[] =>
  routesOf((app.router as unknown as { stack: readonly Layer[] }).stack);
