/** One whole journey of person number `seat`; resolves with its latency in ms, rejects when it did not come out as it must. */
export type Turn = (seat: number) => Promise<number>;

/** What a stretch of load came to. */
export interface Round {
  readonly seconds: number;
  readonly latencies: readonly number[];
  /** Journeys that failed, and why the first did. */
  readonly failed: number;
  readonly firstFailure: string | undefined;
}

interface Closed {
  readonly turn: Turn;
  readonly connections: number;
  readonly seats: number;
  readonly ms: number;
}

/** `connections` people at a time, each of whom begins anew when the journey before has come to its end. No seat has two at once. */
export async function closedLoop({ turn, connections, seats, ms }: Closed): Promise<Round> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const beganMs = performance.now();
  const untilMs = beganMs + ms;
  const person = async (first: number): Promise<void> => {
    for (
      let seat = first;
      performance.now() < untilMs;
      seat = seat + connections < seats ? seat + connections : first
    ) {
      await turn(seat).then(
        (latency) => latencies.push(latency),
        (cause: unknown) => failures.push(String(cause)),
      );
      if (failures.length >= 100) throw new Error(`100 journeys failed, the first: ${failures[0]}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, first) => person(first)));
  const seconds = (performance.now() - beganMs) / 1000;
  return { seconds, latencies, failed: failures.length, firstFailure: failures[0] };
}
