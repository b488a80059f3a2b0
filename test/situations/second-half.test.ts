// The other themes of the table (first-half.test.ts).

import { describe, test } from '@jest/globals';
import { play } from './play.ts';
import { themes } from './themes.ts';

describe.each(themes.filter((_, index) => index % 2 === 1))('$name', ({ situations }) => {
  test.each(situations)('$number · $title', play);
});
