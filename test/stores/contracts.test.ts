// Every store keeps the same promises: the contracts, on all that there are.

import { documentsContract } from '../contract/documents.contract.ts';
import { historyContract } from '../contract/history.contract.ts';
import { openSqlite, stores } from '../support/open-stores.ts';

for (const contract of [documentsContract, historyContract]) {
  for (const { name, openFresh } of stores) contract(name, openFresh);
  contract('SQLite in memory', () => openSqlite(':memory:'));
}
