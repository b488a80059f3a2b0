// "And" in Welsh: `ac` before a vowel, else `a`.

/** Names and numbers that are said with a vowel at their head (wyth, un ar ddeg); the `Y` of Yasmin is none, that of Ynyr is. */
const beginsWithVowel = (word: string): boolean => {
  const plain = word.normalize('NFKD').replaceAll(/\p{M}/gu, '').replace(/^[^\p{L}\p{N}]+/u, '');
  return /^(?:[aeiou]|y(?![aeiou])|(?:1|8|11|18|8\d)(?!\d))/i.test(plain);
};

/** The word before the last of several. */
export const and = (last: string): string => (beginsWithVowel(last) ? 'ac' : 'a');

/** "a 12 arall", "ac 8 arall". */
export const andMore = (count: number): string => `${and(String(count))} ${count} arall`;
