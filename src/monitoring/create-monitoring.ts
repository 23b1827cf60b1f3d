import type { Measured } from '../shared/measure.ts';
import { createMetrics } from './metrics.ts';
import type { Monitored } from './monitored.ts';
import { type MonitoringServer, startMonitoring } from './monitoring-server.ts';

/** Figures from the product's first moment on, and the server that tells them once the product is built. */
export interface Monitoring {
  /** Absent when nobody asks for figures. */
  readonly measured?: Measured;
  /** Undefined when operation is told nothing. */
  watch(monitored: Monitored): Promise<MonitoringServer | undefined>;
}

/** Builds the monitoring; a port of undefined counts and tells nothing. */
export function createMonitoring(port: number | undefined): Monitoring {
  if (port === undefined) return { watch: async () => undefined };
  const metrics = createMetrics();
  return {
    measured: metrics.measured,
    watch: (monitored) => startMonitoring(port, { metrics, monitored }),
  };
}
