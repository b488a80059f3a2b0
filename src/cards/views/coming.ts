// The cards of coming and going while the hour runs: the two ways to join, and what the chair is asked about an owner who is
// not here or whose problem finds no time (product.md 4).

import { mentionEntities, rowsOf, type Kit, type Verb } from '../kit.ts';
import type { JoinMessage, NoTimeMessage, OwnerAwayMessage } from '../../core/messages.ts';

export function joinView({ origin, who }: JoinMessage, kit: Kit) {
  const words = kit.texts.coming.join;
  return {
    summary: words.summary,
    entities: who === null ? [] : mentionEntities(who),
    heading: words.heading,
    who: who === null ? '' : words.forWho(kit.say.mention(who.name, who.teamsId)),
    line: words.line,
    rows: rowsOf([kit.sessionButton('join-helper', origin), kit.sessionButton('join-owner', origin)], 1),
  };
}

/** Once it is answered, only what became of it. */
export function ownerAwayView(away: OwnerAwayMessage, kit: Kit) {
  const words = kit.texts.coming.ownerAway;
  const { name, decider, decideWithinMs, isOpen, mayMove, answer, origin } = away;
  const verbs: readonly Verb[] = ['owner-go-on', ...(mayMove ? ['owner-to-end'] as const : []), 'owner-skip'];
  const outcome = answer === null ? words.over : words.outcomes[answer];
  const timeout = mayMove ? words.movesAfter : words.carriedOverAfter;
  return {
    summary: words.summary,
    heading: words.heading(kit.say.name(name)),
    line: !isOpen ? outcome : decider === null ? words.nobody : words.choose(kit.say.name(decider)),
    timeout: decideWithinMs === null ? '' : timeout(kit.when.length(decideWithinMs)),
    rows: isOpen ? rowsOf(verbs.map((verb) => kit.sessionButton(verb, origin)), 2) : [],
  };
}

export function noTimeView({ origin, name, turnMs, chair, isOpen, answer }: NoTimeMessage, kit: Kit) {
  const words = kit.texts.coming.noTime;
  return {
    summary: words.summary,
    heading: words.heading(kit.say.name(name)),
    line: isOpen ? words.line(kit.when.length(turnMs), kit.say.name(chair)) : answer === 'given' ? words.given(kit.say.name(name)) : words.over,
    rows: isOpen ? rowsOf([kit.sessionButton('give-last-turn', origin)], 1) : [],
  };
}
