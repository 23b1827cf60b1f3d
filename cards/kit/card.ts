/** A whole card as the platform takes it: Card JSON 2.0 (fact sheet §3). Built only with the kit's typed builders. */
export interface Card {
  readonly schema: '2.0';
  readonly config: object;
  readonly header?: object;
  readonly body: { readonly elements: readonly object[] };
}
