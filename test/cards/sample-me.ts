// Samples of the form in which people say something of themselves.

import { conversationId } from '../../src/core/keys.ts';
import { blankProfile } from '../../src/core/person/profile.ts';

const blank = {
  card: 'me', isOpen: true, done: null, birthday: null, profile: blankProfile, typed: {}, errors: [], pauseDates: [],
  standard: { zone: 'Europe/London', waking: { from: '07:30', to: '18:30' } }, stopped: [],
} as const;
const profile = {
  school: 'Northfield Primary', schoolPhase: 'primary', role: 'Deputy head', zone: 'Europe/Paris', waking: { from: '08:00', to: '17:00' }, pausedUntil: '2027-01-05',
} as const;
const filled = { ...blank, birthday: { day: 14, month: 3 }, profile } as const;
const stopped = [{ id: conversationId('19:abc@thread.tacv2'), name: 'Northern leaders' }, { id: conversationId('19:def@thread.v2'), name: null }] as const;

export const meCards = {
  'me': {
    blank,
    filled: { ...filled, stopped },
    wrong: {
      ...filled, errors: ['birthday', 'school', 'role', 'zone', 'waking', 'pausedUntil'], pauseDates: ['2027-03-12', '2027-12-03'],
      typed: { birthday: '30 Febuary', school: 'S'.repeat(200), schoolPhase: '', role: 'R'.repeat(200), zone: 'Paris', wakingFrom: '18:00', wakingTo: 'after school', pausedUntil: '12/3' },
    },
    unreadable: { ...blank, errors: ['pausedUntil'], typed: { pausedUntil: 'some day' } },
    past: { ...blank, errors: ['pausedPast'], typed: { pausedUntil: '3 January 2020' } },
    saved: { ...filled, isOpen: false, done: 'saved', stopped },
    paused: { ...filled, isOpen: false, done: 'paused', profile: { ...blankProfile, pausedUntil: '2027-01-05' } },
    started: { ...blank, isOpen: false, done: 'started', standard: null },
    resumed: { ...blank, done: 'resumed', typed: { role: 'Head' } },
  },
} as const;
