// A fault with what is known of the request it came up in, on its way to the one place that logs it and gives it a name.

import type { Fields } from '../log.ts';

export class FailedRequest extends Error {
  /** Names and hashes, no text of anybody. */
  readonly about: Fields;

  constructor(about: Fields, cause: unknown) {
    super('The request failed.', { cause });
    this.name = 'FailedRequest';
    this.about = about;
  }
}
