import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import type { ApiDocument, Operation, Response as Told, Schema } from '../types.ts';

const require = createRequire(import.meta.url);
const Ajv = (require('ajv/dist/2020.js') as { Ajv2020: typeof Ajv2020 }).Ajv2020;
const addFormats = (require('ajv-formats') as { default: (ajv: Ajv2020) => void }).default;

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}
export interface Checked {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  json(): Record<string, unknown>;
}

/** Asks a server, and holds each of its answers against the document. */
export class CheckedApi {
  readonly document: ApiDocument;
  /** Statuses that were answered, by operation. */
  readonly seen = new Map<string, Set<string>>();
  readonly #url: string;
  readonly #ajv: Ajv2020;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(url: string, document: ApiDocument) {
    this.#url = url;
    this.document = document;
    this.#ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(this.#ajv);
    this.#ajv.addSchema(document, 'api');
  }

  /** Every operation, with its method and path. */
  operations(): { readonly method: string; readonly path: string; readonly operation: Operation }[] {
    return Object.entries(this.document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    );
  }

  async ask(method: string, path: string, asked: Asked = {}): Promise<Checked> {
    const { answer, told, where } = await this.open(method, path, asked);
    const bytes = Buffer.from(await answer.arrayBuffer());
    this.#checkBody(answer, bytes, told, where);
    return { status: answer.status, headers: answer.headers, bytes, json: () => JSON.parse(bytes.toString()) as Record<string, unknown> };
  }

  /** As `ask`, with the body left to be read: an endless one is checked with `conforms`. */
  async open(method: string, path: string, { headers = {}, body }: Asked = {}) {
    const { operation, template } = this.#find(method, path);
    const answer = await fetch(`${this.#url}${path}`, { method, headers, ...(body === undefined ? {} : { body: body as string }) });
    const where = `${method} ${template} → ${answer.status}`;
    const told = operation.responses[answer.status];
    if (!told) assert.fail(`${where}: a status that the document does not tell: ${await answer.text()}`);
    this.saw(operation.operationId, String(answer.status));
    for (const [name, { required, schema }] of Object.entries(told.headers ?? {})) {
      const value = answer.headers.get(name);
      if (value === null) assert.ok(!required, `${where}: no ${name}`);
      else this.conforms(schema['type'] === 'integer' ? Number(value) : value, schema, `${where}: ${name}`);
    }
    return { answer, told, where };
  }

  saw(operationId: string, status: string): void {
    this.seen.set(operationId, (this.seen.get(operationId) ?? new Set()).add(status));
  }

  conforms(value: unknown, schema: Schema, where: string): void {
    const key = JSON.stringify(schema);
    const check = this.#compiled.get(key) ?? this.#ajv.compile(JSON.parse(key.replaceAll('"#/components/', '"api#/components/')) as object);
    this.#compiled.set(key, check);
    assert.ok(check(value), `${where}: ${this.#ajv.errorsText(check.errors)}: ${JSON.stringify(value)?.slice(0, 500)}`);
  }

  #checkBody(answer: Response, bytes: Buffer, told: Told, where: string): void {
    const type = (answer.headers.get('content-type') ?? '').split(';')[0]!.trim();
    if (where.startsWith('HEAD') || !told.content) {
      assert.equal(bytes.length, 0, `${where}: a body that the document does not tell`);
      return;
    }
    const content = told.content[type] ?? told.content['*/*'];
    if (answer.status === 201 && bytes.length === 0) return;
    if (!content) assert.fail(`${where}: the type ${type}, which the document does not tell`);
    if (content.schema) this.conforms(JSON.parse(bytes.toString()), content.schema, where);
  }

  #find(method: string, path: string): { operation: Operation; template: string } {
    const [plain = ''] = path.split('?');
    for (const [template, item] of Object.entries(this.document.paths)) {
      const operation = item[method.toLowerCase()];
      if (operation && new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(plain))
        return { operation, template };
    }
    throw new Error(`the document tells nothing of ${method} ${path}`);
  }
}
