// Every other theme of the table, so that two workers share the work.

import { describe, test } from '@jest/globals';
import { play } from './play.ts';
import { themes } from './themes.ts';

describe.each(themes.filter((_, index) => index % 2 === 0))('$name', ({ situations }) => {
  test.each(situations)('$number · $title', play);
});
