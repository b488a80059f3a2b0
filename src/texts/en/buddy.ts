// What members of a buddy pair read about their meetings (domain.md 2).

export const buddy = {
  meeting: (names: string, date: string, time: string) => `With ${names} on ${date}, ${time}.`,
  reminder: { prepare: 'Your buddy meeting in two days', soon: 'Your buddy meeting begins in 15 minutes' },
  followUp: 'Did you meet your buddy?',
  offer: 'What shall become of this meeting?',
  proposal: 'Another time for your buddy meeting',
  news: 'News of your buddy pair',
};
