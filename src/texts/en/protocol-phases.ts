// The words of the phases of the protocols beside the NPQ session in which people bring a problem, all our own. Whose
// protocols they are stands in their files (core/protocols) and on the card of `protocols`.

import type { PhaseText } from './phases.ts';
import { workPhases } from './work-phases.ts';

const consultancy = {
  'consultancy-present': {
    title: 'Present the dilemma',
    line: 'The presenter describes the dilemma and ends with one question for the group.',
    rule: 'No interruptions. Papers are read in silence at the end.',
    example: '“My question for you is …”',
  },
  'consultancy-clarify': {
    title: 'Clarifying questions',
    line: 'Consultants ask short questions of fact; the presenter answers in a line.',
    rule: 'Only what can be answered in one line. No advice yet.',
    example: '“How many staff does this touch?”',
  },
  'consultancy-probe': {
    title: 'Probing questions',
    line: 'Consultants ask open questions that help the presenter think. At the end the presenter says the question again.',
    rule: 'No advice, and no discussion of the answers.',
    example: '“What would have to change for this to become easy?”',
  },
  'consultancy-discuss': {
    title: 'The group talks',
    line: 'Consultants talk with each other about the dilemma, not to the presenter, who listens and writes.',
    rule: 'The presenter stays silent, whatever is said.',
    example: '“What I hear behind this is …”',
  },
  'consultancy-reflect': {
    title: 'The presenter reflects',
    line: 'The presenter says what was useful, and saves one next action on the card of this turn.',
    example: '“What I had not thought of is … so first I will …”',
  },
  'consultancy-debrief': {
    title: 'Debrief',
    line: 'Everyone: how did this way of talking work for us? Then requests for help, and who chairs the next meeting.',
    rule: 'About the conversation, no longer about the dilemma.',
    example: '“It was hard to hold my advice back when …”',
  },
} satisfies Readonly<Record<string, PhaseText>>;

const troika = {
  'troika-think': {
    title: 'Think of your challenge',
    line: 'Each of you finds one challenge of your own, and the help you would like with it.',
    silent: 'everyone thinks',
    example: '“My challenge is … and what would help is …”',
  },
  'troika-challenge': {
    title: 'Your challenge',
    line: 'The client tells the challenge and asks for the help wanted.',
    rule: 'No questions yet.',
    example: '“I would like your help with …”',
  },
  'troika-clarify': {
    title: 'Questions to the client',
    line: 'Consultants ask what they need to understand; the client answers briefly.',
    rule: 'No advice yet.',
    example: '“What have you tried already?”',
  },
  'troika-advise': {
    title: 'The consultants talk',
    line: 'Client: turn away, in a call with camera and microphone off, listen and write. Consultants: find ideas together, as if the client were not there.',
    rule: 'The client does not answer, not even with a nod.',
    example: '“In this place I would first …”',
  },
  'troika-feedback': {
    title: 'What helped',
    line: 'The client turns back, says what was of most use, and saves one next action on the card of this turn.',
    rule: 'Nobody explains or defends an idea.',
    example: '“What I take with me is …”',
  },
} satisfies Readonly<Record<string, PhaseText>>;

const actionLearning = {
  'action-learning-check-in': {
    title: 'Check-in',
    line: 'Each in turn, a sentence or two: what became of your last action?',
    rule: 'No comments; each is heard.',
    example: '“I said I would … and what happened was …”',
  },
  'action-learning-present': {
    title: 'Present the issue',
    line: 'The issue holder says what the issue is and why it matters now.',
    rule: 'No interruptions.',
    example: '“The issue I bring is …”',
  },
  'action-learning-clarify': {
    title: 'Clarify the issue',
    line: 'Set members ask for facts they need; the issue holder answers briefly.',
    rule: 'Questions of fact only. No advice.',
    example: '“Who else is part of this?”',
  },
  'action-learning-question': {
    title: 'Helping questions',
    line: 'One open question each, in turn. The issue holder thinks aloud and answers, then the next asks.',
    rule: 'Questions only: no advice, no stories of your own.',
    example: '“What would you do if nobody could object?”',
  },
  'action-learning-summary': {
    title: 'Where I am now',
    line: 'The issue holder says what has become clearer.',
    rule: 'Set members listen.',
    example: '“I see now that …”',
  },
  'action-learning-resources': {
    title: 'Round of resources',
    line: 'Each in turn offers one thing that may help: a person, a text, something that worked. The issue holder listens and writes.',
    rule: 'One offer each, no discussion.',
    example: '“You could talk to … about …”',
  },
  'action-learning-action': {
    title: 'My action',
    line: 'The issue holder says what to do and by when, and saves it on the card of this turn.',
    example: '“By our next meeting I will …”',
  },
  'action-learning-close': {
    title: 'How we worked',
    line: 'Everyone: which question helped most? Then requests for help, and who chairs the next meeting.',
    example: '“The question that made us think was …”',
  },
} satisfies Readonly<Record<string, PhaseText>>;

export const protocolPhases = { ...consultancy, ...troika, ...actionLearning, ...workPhases };
