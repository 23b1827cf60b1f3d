/** Which ranking: all tracks side by side, one track, the district, a task force or an indicator; `of` names the last three. */
export interface RankingScope {
  readonly scope: 'tracks' | 'track' | 'district' | 'task_force' | 'indicator';
  readonly of?: string | undefined;
}
