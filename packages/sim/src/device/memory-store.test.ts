import { deviceStoreContract } from '@rollcall/core/testing';
import { MemoryDeviceStore } from './memory-store.ts';

deviceStoreContract('memory', () => new MemoryDeviceStore());
