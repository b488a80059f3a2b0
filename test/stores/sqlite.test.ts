import { documentsContract } from '../contract/documents.contract.ts';
import { stores } from '../support/open-stores.ts';
for (const { name, openFresh } of stores) documentsContract(name, openFresh);
