/** What the reader of a proposal's card is to it: its proposer may take it back, a second person decides, others only read. */
export type ProposalViewer = 'proposer' | 'second' | 'reader';

/** Who decides about a proposal, as its viewer is told. */
export const decidingWords: Readonly<Record<ProposalViewer, string>> = {
  proposer: '须由考核办另一位同志审核；审核前您可以撤回。',
  second: '请核对后审核通过或驳回。',
  reader: '须由提出人以外的考核办同志审核。',
};
