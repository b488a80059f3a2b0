// A handful of the situations that lean most on what is kept: these run on Cosmos DB too (jest.config.js).

import { expect, test } from '@jest/globals';
import { play } from './play.ts';
import { themes } from './themes.ts';

const chosen = [1, 37, 46, 60, 62, 69, 84, 98, 134, 170, 178, 197];
const handful = themes.flatMap(({ situations }) => situations).filter(({ number }) => chosen.includes(number));

test.each(handful)('$number · $title', play);

test('Each that was chosen is in the table', () => expect(handful.length).toBeGreaterThan(chosen.length / 2));
