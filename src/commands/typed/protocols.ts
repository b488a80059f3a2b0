// `protocols`: the kinds of session there are, with minutes and roles.

import { protocols as catalog } from '../../core/protocols/catalog.ts';
import type { Command } from '../command.ts';

export const protocols: Command = {
  name: 'protocols',
  where: 'anywhere',
  run: async () => ({
    card: 'protocols',
    protocols: Object.values(catalog).map(({ id, fits, group, credit, source, roles }) => ({
      id, credit, source, groupMin: group.min, groupMax: group.max, roles: roles.map((role) => role.id),
      lengthsMinutes: [...new Set(fits.map(({ lengthMinutes }) => lengthMinutes))],
    })),
  }),
};
