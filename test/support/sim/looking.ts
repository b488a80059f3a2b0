// Marks everything that follows from a client's look at a card, across every await: a look must never write.

import { AsyncLocalStorage } from 'node:async_hooks';

export const looking = new AsyncLocalStorage<boolean>();
