// The process goes away and comes back in every other kind of phase; what this asks of a store restart.test.ts asks of both.

import { awayIn } from '../support/away.ts';

awayIn([
  ['Start on time', '16:04'], ['Introduce the problem', '16:06:30'], ['Clarify', '16:08:30'],
  ['Action step', '16:14:30'], ['Response', '16:16:30'], ['Our reflections', '16:17:30'], ['Close', '16:35:30'],
]);
