/** As much of OpenAPI 3.1 as the document uses (https://spec.openapis.org/oas/v3.1.1.html). */
export type Schema = Readonly<Record<string, unknown>>;

export interface Header {
  readonly description?: string;
  readonly required: boolean;
  readonly schema: Schema;
}
export interface Parameter extends Header {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
}
export type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
export interface Response {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Content;
}
export interface Operation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary: string;
  readonly description?: string;
  /** Without it, that of the document: a device or a browser. Empty: anybody. */
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly description?: string; readonly content: Content };
  /** By status. */
  readonly responses: Readonly<Record<string, Response>>;
}
export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly security: NonNullable<Operation['security']>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
