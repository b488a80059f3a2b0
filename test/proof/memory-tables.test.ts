// The simulator's store keeps the same contracts as the real ones; otherwise the simulation would prove nothing of them.

import { documentsContract } from '../contract/documents.contract.ts';
import { historyContract } from '../contract/history.contract.ts';
import { storeOver, Tables } from '../support/sim/memory-tables.ts';

const openFresh = () => Promise.resolve(storeOver(new Tables(), (_what, work) => Promise.resolve().then(() => structuredClone(work()))));

documentsContract('the simulator', openFresh);
historyContract('the simulator', openFresh);
