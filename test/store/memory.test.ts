import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { storeContract } from './contract.ts';

storeContract('the memory store', async () => ({ store: createMemoryStore({ mode: 'demo' }) }));
