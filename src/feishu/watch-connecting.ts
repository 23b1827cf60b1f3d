import type http from 'node:http';

/** Whether the request has had a connection; `late` is called when one is not there within `connectMs` of being started. */
export function watchConnecting(
  req: http.ClientRequest,
  late: () => void,
  connectMs: number,
): { readonly done: boolean } {
  const state = { done: false };
  req.once('socket', (socket) => {
    if (!socket.connecting) {
      state.done = true;
      return;
    }
    const timer = setTimeout(late, connectMs);
    socket.once('close', () => clearTimeout(timer));
    // Over TLS the request leaves only after the handshake.
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
      state.done = true;
      clearTimeout(timer);
    });
  });
  return state;
}
