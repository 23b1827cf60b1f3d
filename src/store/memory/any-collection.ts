import type { z } from 'zod';
import { type CollectionName, collections } from '../collections.ts';

/** Reads a key off a document. Taken from a method, whose parameters TypeScript compares both ways: so every typed key function fits. */
type KeyOf = { of(doc: unknown): string | null }['of'];

/** A collection with its document type forgotten: what an adapter needs to hold any of them. */
export interface AnyCollection {
  readonly schema: z.ZodType;
  id(doc: unknown): string;
  readonly indexes: Readonly<Record<string, KeyOf>>;
}

/** The declared collections, typeless. */
export const anyCollection: Readonly<Record<CollectionName, AnyCollection>> = collections;

/** Whether the name is a declared collection; data of a newer version may hold others. */
export function isCollectionName(name: string): name is CollectionName {
  return Object.hasOwn(collections, name);
}

/** The names of all declared collections, in their declared order. */
export const collectionNames: readonly CollectionName[] = Object.keys(collections).filter(isCollectionName);
