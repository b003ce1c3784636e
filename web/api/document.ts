import { type ApiSchema, apiComponents } from '../../src/intake/index.ts';
import type { Gives, Operation } from './operation.ts';

const reference = (schema: ApiSchema) => ({ $ref: `#/components/schemas/${schema}` });

const content = ({ schema, list }: Gives) =>
  schema && {
    content: {
      'application/json': { schema: list ? { type: 'array', items: reference(schema) } : reference(schema) },
    },
  };

const refusal = (says: string) => ({
  description: says,
  content: { 'application/problem+json': { schema: reference('Refusal') } },
});

function described({ id, says, may, path, takes, asks = {}, seen, gives }: Operation): object {
  const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const ifMatch = {
    name: 'If-Match',
    in: 'header',
    required: seen === 'must',
    schema: { type: 'string' },
    description: 'The ETag that it was read with.',
  };
  const query = Object.entries(asks).map(([name, description]) => ({
    name,
    in: 'query',
    required: false,
    schema: { type: 'string' },
    description,
  }));
  const parameters = [...named, ...query, ...(seen ? [ifMatch] : [])];
  const who = may.admits.includes('signed-in') ? 'Anybody with a token.' : `For: ${may.admits.join(', ')}.`;
  return {
    operationId: id,
    summary: says,
    description: who,
    ...(parameters.length > 0 && { parameters }),
    ...(takes && {
      requestBody: { required: true, content: { 'application/json': { schema: reference(takes) } } },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(gives).map(([status, given]) => [
          status,
          { description: given.says, ...content(given) },
        ]),
      ),
      401: refusal('No token, or one that is not good any more.'),
      404: refusal('There is none, or you are not part of it.'),
      ...(takes && { 422: refusal('What was sent has problems.') }),
      ...(seen && { 412: refusal('It has been changed since.') }),
    },
  };
}

/** The OpenAPI 3.1 document of the API, made from its operations and from the schemas that everything is read with. */
export function openApiDocument(operations: readonly Operation[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: described(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Peerweek',
      version,
      description:
        'Builds the on-site programme of a children’s safeguarding peer review. Times are local to the review; ids are those of its file.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of your own: make one on the page of your account.',
        },
      },
      schemas: apiComponents(),
    },
  };
}
