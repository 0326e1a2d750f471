import { ERRORS, type ApiError, type ErrorCode } from '@rollcall/protocol';

type Details = ApiError['error']['details'];

/** An expected refusal on its way to the asker: the server's error handler answers it as an `ApiError` with its status. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ErrorCode;
  readonly details: Details;
  constructor(code: ErrorCode, words: string, details: Details = {}) {
    super(words);
    this.code = code;
    this.details = details;
  }
  get statusCode(): number {
    return ERRORS[this.code];
  }
  get body(): ApiError {
    return { error: { code: this.code, words: this.message, details: this.details } };
  }
}
